package districtkg.publish;

import districtkg.vocab.Dkg;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/** What each node of some graphs is. */
final class Sorts {
    private final Map<Set<Node>, Sort> ofThings = new HashMap<>();
    private final Map<String, Sort> ofLiterals = new HashMap<>();
    private final Map<Node, Sort> things = new HashMap<>();
    private final Sort untyped = new Sort(Set.of(), Optional.empty());

    Sorts() {
        ofThings.put(Set.of(), untyped);
    }

    /** Learns what a graph says its subjects are. */
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

    Sort of(Node node) {
        return node.isLiteral()
                ? ofLiterals.computeIfAbsent(
                        node.getLiteralDatatypeURI(),
                        datatype -> new Sort(Set.of(), Optional.of(Dkg.iri(datatype))))
                : things.getOrDefault(node, untyped);
    }
}
