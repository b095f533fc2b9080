package districtkg.tidy;

import districtkg.graph.GraphReader;
import districtkg.vocab.Dkg;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * The tables of an edition. A table is built at its first use and kept, since an edition does not
 * change. Thread-safe.
 */
public final class Tables {
    private static final List<String> NAMES =
            List.of(
                    "statements",
                    "promises",
                    "series",
                    "scorecards",
                    "things",
                    "places",
                    "indicators",
                    "documents");

    private final GraphReader graph;
    private final Map<String, Table> built = new HashMap<>();

    /** The tables of a graph; none is built yet. */
    public Tables(GraphReader graph) {
        this.graph = graph;
    }

    /** The names of all tables. */
    public static List<String> names() {
        return NAMES;
    }

    /** A table by its name; empty if there is none. */
    public Optional<Table> named(String name) {
        return NAMES.contains(name) ? Optional.of(table(name)) : Optional.empty();
    }

    /** Not computeIfAbsent: a table may be built from another. */
    private synchronized Table table(String name) {
        Table known = built.get(name);
        if (known == null) {
            known = build(name);
            built.put(name, known);
        }
        return known;
    }

    private Table build(String name) {
        return switch (name) {
            // Doubted statements are not of the class Statement, so they are in no table.
            case "statements" -> table(name, TidyStatementColumns.ALL, graph.all(Dkg.STATEMENT));
            case "promises" -> promises(name, named("statements").orElseThrow());
            case "series" -> TimeSeries.of(named("statements").orElseThrow());
            case "scorecards" ->
                    table(name, TidyThingColumns.SCORECARDS, graph.all(Dkg.term("Scorecard")));
            case "things" -> table(name, TidyThingColumns.THINGS, graph.all(Dkg.term("Entity")));
            case "places" ->
                    table(name, TidyThingColumns.PLACES, graph.all(Dkg.term("AdministrativeArea")));
            case "indicators" ->
                    table(name, TidyThingColumns.INDICATORS, graph.all(Dkg.term("Indicator")));
            default -> table(name, TidyThingColumns.DOCUMENTS, graph.all(Dkg.DOCUMENT));
        };
    }

    /** The rows of statements that are commitments; they are not read again. */
    private Table promises(String name, Table statements) {
        Set<String> commitments =
                graph.all(Dkg.term("Commitment")).map(Node::toString).collect(Collectors.toSet());
        return new Table(
                name,
                statements.columns(),
                statements.rows().stream()
                        .filter(row -> commitments.contains(Table.key(row)))
                        .toList());
    }

    private Table table(String name, List<NodeColumn> columns, Stream<Node> nodes) {
        Function<Node, NodeProperties> reader = NodeProperties.reader(graph.graph());
        return Table.of(
                name,
                columns,
                nodes.filter(Node::isURI)
                        .distinct()
                        .sorted(Comparator.comparing(Node::getURI))
                        .map(reader)
                        .toList());
    }
}
