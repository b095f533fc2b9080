package districtkg.describe;

import districtkg.vocab.Dkg;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** The kinds of nodes. Equal kinds are one instance. Not thread-safe. */
final class NodeKinds {
    private final Map<Set<Node>, NodeKind> ofThings = new HashMap<>();
    private final Map<String, NodeKind> ofLiterals = new HashMap<>();

    /** The kind of each node in some graphs taken together, looked up once for each node. */
    Function<Node, NodeKind> in(Graph... graphs) {
        Map<Node, NodeKind> known = new HashMap<>();
        List<Graph> layers = List.of(graphs);
        return node ->
                node.isLiteral()
                        ? ofLiterals.computeIfAbsent(
                                node.getLiteralDatatypeURI(),
                                datatype -> new NodeKind(Set.of(), Optional.of(Dkg.iri(datatype))))
                        : known.computeIfAbsent(node, thing -> of(thing, layers));
    }

    private NodeKind of(Node thing, List<Graph> layers) {
        Set<Node> classes = new HashSet<>();
        for (Graph layer : layers) {
            layer.find(thing, RDF.type.asNode(), Node.ANY)
                    .forEachRemaining(typed -> classes.add(typed.getObject()));
        }
        return ofThings.computeIfAbsent(classes, set -> new NodeKind(set, Optional.empty()));
    }
}
