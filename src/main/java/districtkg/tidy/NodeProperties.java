package districtkg.tidy;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a node, read at once. A node to which many others link (a place, a document) is
 * read once. For use by one thread while a table is built.
 */
public final class NodeProperties {
    private final Node node;
    private final Map<Node, List<Node>> values = new HashMap<>();
    private final Function<Node, NodeProperties> linked;

    private NodeProperties(Graph graph, Node node, Function<Node, NodeProperties> linked) {
        this.node = node;
        this.linked = linked;
        graph.find(node, Node.ANY, Node.ANY)
                .forEachRemaining(
                        triple ->
                                values.computeIfAbsent(
                                                triple.getPredicate(), any -> new ArrayList<>(1))
                                        .add(triple.getObject()));
        values.values()
                .forEach(
                        several -> {
                            if (several.size() > 1) {
                                several.sort(Comparator.comparing(Node::toString));
                            }
                        });
    }

    /** A reader of the nodes of a graph, which keeps those that others link to. */
    static Function<Node, NodeProperties> reader(Graph graph) {
        Map<Node, NodeProperties> known = new HashMap<>();
        return new Function<>() {
            @Override
            public NodeProperties apply(Node node) {
                return new NodeProperties(graph, node, this::shared);
            }

            private NodeProperties shared(Node node) {
                NodeProperties found = known.get(node);
                if (found == null) {
                    found = apply(node);
                    known.put(node, found);
                }
                return found;
            }
        };
    }

    /** The IRI of the node. */
    public String iri() {
        return node.toString();
    }

    /** The last part of its IRI: {@code gdp-growth}. */
    public String key() {
        return Ref.end(iri());
    }

    /** All values of a property, in a fixed order. */
    public List<Node> all(Node property) {
        return values.getOrDefault(property, List.of());
    }

    /** The first node that a property leads to. */
    public Optional<NodeProperties> link(Node property) {
        return all(property).stream().filter(Node::isURI).findFirst().map(linked);
    }

    /**
     * The nearest of the nodes to which a transitive property leads: the one that does not lead to
     * it from another of them.
     */
    public Optional<NodeProperties> nearest(Node property) {
        List<NodeProperties> around =
                all(property).stream().filter(Node::isURI).map(linked).toList();
        return around.stream()
                .filter(one -> around.stream().noneMatch(other -> other.leads(property, one)))
                .findFirst();
    }

    private boolean leads(Node property, NodeProperties to) {
        return all(property).contains(to.node);
    }

    /** The first value as text; null if there is none. */
    public @Nullable String text(Node property) {
        List<Node> found = all(property);
        return found.isEmpty() ? null : GraphReader.text(found.getFirst());
    }

    /** The first value in a language; null if there is none. */
    public @Nullable String text(Node property, String language) {
        return all(property).stream()
                .filter(value -> value.isLiteral() && value.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse(null);
    }

    /** The last part of the IRI of the first value; null if there is none. */
    public @Nullable String key(Node property) {
        List<Node> found = all(property);
        return found.isEmpty() ? null : Ref.end(found.getFirst().toString());
    }

    /** The last parts of the IRIs of all values; null if there is none. */
    public @Nullable List<String> keys(Node property) {
        List<Node> found = all(property);
        return found.isEmpty()
                ? null
                : found.stream().map(value -> Ref.end(value.toString())).toList();
    }

    /** The first value as a decimal number; null if there is none. */
    public @Nullable BigDecimal number(Node property) {
        String written = text(property);
        return written == null ? null : new BigDecimal(written).stripTrailingZeros();
    }

    /** The first value as a whole number; null if there is none. */
    public @Nullable Long integer(Node property) {
        String written = text(property);
        return written == null ? null : Long.valueOf(written);
    }
}
