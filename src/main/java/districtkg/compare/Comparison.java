package districtkg.compare;

import districtkg.chart.FigureTable;
import districtkg.chart.Series;
import districtkg.chart.YearChart;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * Places × indicators × years: the figures of the places as wholes, not of their industries or
 * things.
 *
 * @param places the chosen places
 * @param indicators the chosen indicators, each with a series for each place that has figures
 * @param otherPlaces places that can be added
 * @param otherIndicators indicators that can be added: those with figures for most of the chosen
 *     places first
 */
public record Comparison(
        List<Ref> places,
        List<Panel> indicators,
        List<Ref> otherPlaces,
        List<Ref> otherIndicators) {
    private static final int MOST_PLACES = 6;
    private static final int MOST_INDICATORS = 12;
    private static final int AT_FIRST = 4;
    private static final Node PLACE = Dkg.term("place");
    private static final Node SUMS = Dkg.term("sumsOverYears");
    private static final List<Node> NARROWER =
            Stream.of("industry", "event", "program", "periodKind").map(Dkg::term).toList();

    /**
     * One indicator.
     *
     * @param indicator what is measured
     * @param unit its unit
     * @param series one for each chosen place that has figures
     * @param silent the chosen places without a figure
     * @param totals sums over the years, where there are several and they add up; empty otherwise
     */
    public record Panel(
            Ref indicator,
            List<Ref> unit,
            List<Series> series,
            List<Ref> silent,
            List<YearsTotal> totals) {
        /** The chart of the series. */
        public YearChart chart() {
            return YearChart.of(YearChart.Size.LARGE, series);
        }

        /** The table of the series. */
        public FigureTable table() {
            return FigureTable.of(series);
        }
    }

    /** The years to show. */
    private record Years(String from, String to) {
        boolean hold(Statement one) {
            return (from.isEmpty() || one.year().compareTo(from) >= 0)
                    && (to.isEmpty() || one.year().compareTo(to) <= 0);
        }
    }

    /**
     * Compares.
     *
     * @param places keys of places, such as {@code 440307}; unknown ones are left out
     * @param indicators keys of indicators; if empty, those with figures for most of the places
     * @param from the first year; empty for all
     * @param to the last year; empty for all
     */
    public static Comparison of(
            GraphReader things,
            Language language,
            List<String> places,
            List<String> indicators,
            String from,
            String to) {
        List<Node> told = places(things);
        List<Node> chosen =
                places.stream()
                        .distinct()
                        .map(key -> Dkg.iri(Dkg.ID + key))
                        .filter(told::contains)
                        .limit(MOST_PLACES)
                        .toList();
        Map<Node, Map<Node, List<Node>>> figures = figures(things, chosen);
        List<Node> common = common(figures);
        List<Node> measured =
                indicators.isEmpty()
                        ? common.stream().limit(AT_FIRST).toList()
                        : indicators.stream()
                                .distinct()
                                .map(key -> Dkg.iri(Dkg.VOCAB + key))
                                .filter(one -> things.is(one, Dkg.term("Indicator")))
                                .limit(MOST_INDICATORS)
                                .toList();
        Years years = new Years(from, to);
        return new Comparison(
                chosen.stream().map(one -> things.ref(one, language)).toList(),
                measured.stream()
                        .map(
                                one ->
                                        panel(
                                                things,
                                                language,
                                                one,
                                                chosen,
                                                figures.getOrDefault(one, Map.of()),
                                                years))
                        .toList(),
                told.stream()
                        .filter(one -> !chosen.contains(one))
                        .map(one -> things.ref(one, language))
                        .sorted(Comparator.comparing(Ref::name))
                        .toList(),
                common.stream()
                        .filter(one -> !measured.contains(one))
                        .map(one -> things.ref(one, language))
                        .toList());
    }

    /** All shown figures. */
    public List<Statement> statements() {
        return indicators.stream()
                .flatMap(one -> one.series().stream())
                .flatMap(one -> one.statements().stream())
                .toList();
    }

    /** The keys of the chosen places, with one more or without one of them. */
    public String places(Ref changed) {
        return keys(places, changed);
    }

    /** The keys of the chosen indicators, with one more or without one of them. */
    public String indicators(Ref changed) {
        return keys(indicators.stream().map(Panel::indicator).toList(), changed);
    }

    private static String keys(List<Ref> chosen, Ref changed) {
        List<Ref> keys = new ArrayList<>(chosen);
        if (!keys.remove(changed)) {
            keys.add(changed);
        }
        return keys.stream().map(Ref::key).collect(Collectors.joining(","));
    }

    /** The places about which there are documents. */
    private static List<Node> places(GraphReader things) {
        return things.all(Dkg.DOCUMENT)
                .flatMap(one -> things.values(one, PLACE))
                .distinct()
                .toList();
    }

    /** By indicator and place, the statements about the place as a whole. */
    private static Map<Node, Map<Node, List<Node>>> figures(GraphReader things, List<Node> places) {
        Map<Node, Map<Node, List<Node>>> figures = new HashMap<>();
        for (Node place : places) {
            things.subjects(Dkg.ABOUT, place)
                    .filter(one -> things.is(one, Dkg.STATEMENT))
                    .filter(
                            one ->
                                    NARROWER.stream()
                                            .allMatch(key -> things.value(one, key).isEmpty()))
                    .forEach(
                            one -> {
                                Optional<Node> indicator = things.value(one, Dkg.INDICATOR);
                                indicator.ifPresent(
                                        measured ->
                                                figures.computeIfAbsent(
                                                                measured,
                                                                none -> new LinkedHashMap<>())
                                                        .computeIfAbsent(
                                                                place, none -> new ArrayList<>())
                                                        .add(one));
                            });
        }
        return figures;
    }

    /**
     * The indicators with figures for the most places; among equals, those with the most figures.
     */
    private static List<Node> common(Map<Node, Map<Node, List<Node>>> figures) {
        return figures.entrySet().stream()
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<Node, Map<Node, List<Node>>> one) ->
                                                -one.getValue().size())
                                .thenComparing(
                                        one ->
                                                -one.getValue().values().stream()
                                                        .mapToInt(List::size)
                                                        .sum())
                                .thenComparing(one -> one.getKey().getURI()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Panel panel(
            GraphReader things,
            Language language,
            Node indicator,
            List<Node> places,
            Map<Node, List<Node>> figures,
            Years years) {
        Statements statements = new Statements(things, language);
        List<Series> series = new ArrayList<>();
        for (Node place : places) {
            List<Statement> drawn =
                    figures.getOrDefault(place, List.of()).stream()
                            .map(statements::read)
                            .filter(Series::drawable)
                            .filter(years::hold)
                            .toList();
            if (!drawn.isEmpty()) {
                series.add(Series.of(drawn));
            }
        }
        Set<String> shown =
                series.stream().map(one -> one.about().iri()).collect(Collectors.toSet());
        return new Panel(
                things.ref(indicator, language),
                things.refs(indicator, Dkg.UNIT, language),
                series,
                places.stream()
                        .map(one -> things.ref(one, language))
                        .filter(one -> !shown.contains(one.iri()))
                        .toList(),
                things.text(indicator, SUMS).equals("true") && series.size() > 1
                        ? series.stream().map(YearsTotal::of).toList()
                        : List.of());
    }
}
