package districtkg.describe;

import districtkg.vocab.Dkg;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** The kind of each node of some graphs. */
final class NodeKinds {
    private final Map<Set<Node>, NodeKind> ofThings = new HashMap<>();
    private final Map<String, NodeKind> ofLiterals = new HashMap<>();
    private final Map<Node, NodeKind> things = new HashMap<>();
    private final NodeKind untyped = new NodeKind(Set.of(), Optional.empty());

    NodeKinds() {
        ofThings.put(Set.of(), untyped);
    }

    /** Reads the types of the subjects of a graph. */
    void learn(Graph graph) {
        graph.stream().forEach(triple -> things.putIfAbsent(triple.getSubject(), untyped));
        graph.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .forEachRemaining(
                        typed ->
                                things.compute(
                                        typed.getSubject(),
                                        (thing, sort) ->
                                                (sort == null ? untyped : sort)
                                                        .with(typed.getObject(), ofThings)));
    }

    NodeKind of(Node node) {
        return node.isLiteral()
                ? ofLiterals.computeIfAbsent(
                        node.getLiteralDatatypeURI(),
                        datatype -> new NodeKind(Set.of(), Optional.of(Dkg.iri(datatype))))
                : things.getOrDefault(node, untyped);
    }
}
