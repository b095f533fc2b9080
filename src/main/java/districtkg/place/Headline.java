package districtkg.place;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * An indicator of a place with its figures over the years.
 *
 * @param indicator what is measured
 * @param unit in which the axis counts; empty if it has none
 * @param newest the newest outcome
 * @param chart outcomes and targets by year
 */
public record Headline(Ref indicator, List<Ref> unit, Statement newest, YearChart chart) {
    private static final int MOST = 8;
    private static final int LEAST_YEARS = 2;
    private static final List<Node> NARROWER =
            Stream.of("industry", "event", "program").map(Dkg::term).toList();

    /**
     * The indicators of a place with outcomes and targets for the most years.
     *
     * @param stated the statements of the place
     */
    static List<Headline> of(GraphReader things, Language language, Node place, List<Node> stated) {
        Map<Node, List<Node>> byIndicator = new LinkedHashMap<>();
        for (Node one : stated) {
            if (things.values(one, Dkg.ABOUT).anyMatch(place::equals)
                    && NARROWER.stream().allMatch(key -> things.value(one, key).isEmpty())) {
                things.value(one, Dkg.INDICATOR)
                        .ifPresent(
                                indicator ->
                                        byIndicator
                                                .computeIfAbsent(
                                                        indicator, none -> new ArrayList<>())
                                                .add(one));
            }
        }
        return byIndicator.entrySet().stream()
                .filter(one -> years(things, one.getValue(), "Outcome") >= LEAST_YEARS)
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<Node, List<Node>> one) ->
                                                -years(things, one.getValue(), "Outcome")
                                                        - years(things, one.getValue(), "Target"))
                                .thenComparing(one -> one.getKey().getURI()))
                .limit(MOST)
                .flatMap(one -> drawn(things, language, one.getKey(), one.getValue()))
                .toList();
    }

    private static long years(GraphReader things, List<Node> statements, String kind) {
        return statements.stream()
                .filter(one -> things.is(one, Dkg.term(kind)))
                .map(one -> things.text(one, Dkg.term("year")))
                .filter(year -> !year.isEmpty())
                .distinct()
                .count();
    }

    private static Stream<Headline> drawn(
            GraphReader things, Language language, Node indicator, List<Node> nodes) {
        Statements statements = new Statements(things, language);
        List<Statement> drawn =
                nodes.stream().map(statements::read).filter(Series::drawable).toList();
        if (drawn.stream().allMatch(Statement::promises)) {
            return Stream.empty();
        }
        Series series = Series.of(drawn);
        return Stream.of(
                new Headline(
                        things.ref(indicator, language),
                        things.refs(indicator, Dkg.UNIT, language),
                        series.outcomes().getLast(),
                        YearChart.of(YearChart.Size.SMALL, List.of(series))));
    }
}
