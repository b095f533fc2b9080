package districtkg.assistant;

import static districtkg.assistant.ToolParameter.integer;
import static districtkg.assistant.ToolParameter.needed;
import static districtkg.assistant.ToolParameter.texts;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.tidy.Column;
import districtkg.tidy.Table;
import districtkg.tidy.Tables;
import districtkg.vocab.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/** The tools for figures over years: of one place, and of several beside each other. */
final class FigureTools {
    private static final int MOST_PLACES = 6;
    private static final int MOST_ROWS = 40;
    private static final Set<String> SHOWN =
            Set.of(
                    "unit",
                    "year",
                    "target_bound",
                    "target_value",
                    "target_min",
                    "target_max",
                    "target_verdict",
                    "target_iri",
                    "outcome_bound",
                    "outcome_value",
                    "outcome_preliminary",
                    "outcome_published",
                    "outcome_iri");

    private final GraphReader things;
    private final GraphLookup lookup;
    private final Tables tables;

    FigureTools(GraphReader things, GraphLookup lookup, Tables tables) {
        this.things = things;
        this.lookup = lookup;
        this.tables = tables;
    }

    List<AssistantTool> tools() {
        return List.of(
                new AssistantTool(
                        "series",
                        "Figures of a place by year",
                        "The target and the outcome of an indicator for each year of a place, side"
                                + " by side, with the verdict and the statements that give them."
                                + " Without an indicator: which indicators the place has, with"
                                + " their years.",
                        List.of(
                                needed("place", "Its name, code, division code or IRI."),
                                ToolParameter.text(
                                        "indicator", "Its code, name or IRI: gdp-growth."),
                                integer("from", "The first year."),
                                integer("to", "The last year."),
                                AssistantTools.LANGUAGE),
                        (arguments, queries) -> series(arguments)),
                new AssistantTool(
                        "compare",
                        "Compare places",
                        "Targets and outcomes of one indicator for two to six places, year by"
                                + " year.",
                        List.of(
                                texts("places", "Two to six places: names, codes or IRIs."),
                                needed("indicator", "Its code, name or IRI: gdp-growth."),
                                integer("from", "The first year."),
                                integer("to", "The last year."),
                                AssistantTools.LANGUAGE),
                        (arguments, queries) -> compare(arguments)));
    }

    private Map<String, Object> series(ToolArguments arguments) {
        Language language = arguments.language();
        Node place = lookup.place(arguments.text("place"), language);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("place", things.name(place, language));
        answer.put("place_iri", place.getURI());
        if (arguments.text("indicator").isEmpty()) {
            answer.put("indicators", indicators(place));
            answer.put("caveats", Caveat.texts(Caveat.COVERAGE));
            return answer;
        }
        Node indicator = lookup.indicator(arguments.text("indicator"), language);
        answer.put("indicator", things.name(indicator, language));
        answer.put("indicator_iri", indicator.getURI());
        answer.put("years", rows(place, indicator, arguments));
        answer.put(
                "caveats",
                Caveat.texts(
                        Caveat.STATED,
                        Caveat.NEWEST,
                        Caveat.UNKNOWN,
                        Caveat.NOT_COMPARABLE,
                        Caveat.COVERAGE));
        return answer;
    }

    /** The indicators of a place, those with the most years first. */
    private List<Map<String, Object>> indicators(Node place) {
        Table series = table();
        Map<String, List<Object>> years = new TreeMap<>();
        series.rows().stream()
                .filter(series.has("place", Ref.end(place.getURI())))
                .forEach(
                        row ->
                                years.computeIfAbsent(
                                                Objects.toString(series.cell(row, "indicator")),
                                                any -> new ArrayList<>())
                                        .add(Objects.requireNonNull(series.cell(row, "year"))));
        return years.entrySet().stream()
                .sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .limit(MOST_ROWS)
                .map(
                        one ->
                                Map.<String, Object>of(
                                        "indicator", one.getKey(), "years", one.getValue()))
                .toList();
    }

    private Map<String, Object> compare(ToolArguments arguments) {
        Language language = arguments.language();
        List<Node> places =
                arguments.texts("places").stream()
                        .map(one -> lookup.place(one, language))
                        .distinct()
                        .toList();
        if (places.size() < 2 || places.size() > MOST_PLACES) {
            throw ToolArguments.wrong("'places' are two to six different places");
        }
        Node indicator = lookup.indicator(arguments.text("indicator"), language);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("indicator", things.name(indicator, language));
        answer.put("indicator_iri", indicator.getURI());
        answer.put(
                "places",
                places.stream()
                        .map(
                                place -> {
                                    Map<String, Object> one = new LinkedHashMap<>();
                                    one.put("place", things.name(place, language));
                                    one.put("place_iri", place.getURI());
                                    one.put("years", rows(place, indicator, arguments));
                                    return one;
                                })
                        .toList());
        answer.put(
                "caveats",
                Caveat.texts(Caveat.STATED, Caveat.PLACES, Caveat.NEWEST, Caveat.COVERAGE));
        return answer;
    }

    private List<Map<String, Object>> rows(Node place, Node indicator, ToolArguments arguments) {
        Table series = table();
        long from = arguments.integer("from").orElse(0);
        long to = arguments.integer("to").orElse(Integer.MAX_VALUE);
        return series.rows().stream()
                .filter(series.has("place", Ref.end(place.getURI())))
                .filter(series.has("indicator", Ref.end(indicator.getURI())))
                .filter(
                        row ->
                                series.cell(row, "year") instanceof Long year
                                        && year >= from
                                        && year <= to)
                .limit(MOST_ROWS)
                .map(row -> shown(series, row))
                .toList();
    }

    private static Map<String, Object> shown(Table series, Object[] row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (int at = 0; at < row.length; at++) {
            Column column = series.columns().get(at);
            if (row[at] != null && SHOWN.contains(column.name())) {
                shown.put(
                        column.name(),
                        row[at] instanceof BigDecimal number
                                ? StatementAnswer.plain(number)
                                : row[at]);
            }
        }
        return shown;
    }

    private Table table() {
        return tables.named("series").orElseThrow();
    }
}
