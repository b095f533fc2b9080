package districtkg.graph;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The order in which triples are written, so that the same triples give the same bytes: by subject,
 * predicate and object, each as {@link Node#toString} writes it. Goes subject by subject, so that a
 * sorted copy of a whole graph is never held.
 */
public final class TripleOrder {
    private static final Comparator<Triple> OF_ONE_SUBJECT =
            Comparator.comparing(Triple::getPredicate, GraphReader.BY_TEXT)
                    .thenComparing(Triple::getObject, GraphReader.BY_TEXT);

    private TripleOrder() {}

    /** The subjects of a graph, each once. */
    public static List<Node> subjects(Graph graph) {
        return graph.stream()
                .map(Triple::getSubject)
                .distinct()
                .sorted(GraphReader.BY_TEXT)
                .toList();
    }

    /** The triples of one subject. */
    public static List<Triple> of(Node subject, Graph graph) {
        return graph.stream(subject, Node.ANY, Node.ANY).sorted(OF_ONE_SUBJECT).toList();
    }

    /** All triples of a graph. */
    public static Stream<Triple> of(Graph graph) {
        return subjects(graph).stream().flatMap(subject -> of(subject, graph).stream());
    }
}
