package districtkg.graph;

import districtkg.vocab.Dkg;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/** Parts of a graph, as graphs of their own. */
public final class Subgraph {
    private Subgraph() {}

    /** What some things say. */
    public static Graph said(GraphReader things, Stream<Node> subjects) {
        Graph part = GraphFactory.createDefaultGraph();
        subjects.forEach(
                subject ->
                        things.graph()
                                .find(subject, Node.ANY, Node.ANY)
                                .forEachRemaining(part::add));
        return part;
    }

    /**
     * What a thing says and what points to it; of a document also what its passages say, because
     * their addresses are the document's.
     */
    public static Graph about(GraphReader things, Node thing) {
        Stream<Node> passages =
                things.subjects(Dkg.DOCUMENT_OF, thing)
                        .filter(part -> part.getURI().startsWith(thing.getURI() + "#"));
        Graph part = said(things, Stream.concat(Stream.of(thing), passages));
        things.graph().find(Node.ANY, Node.ANY, thing).forEachRemaining(part::add);
        return part;
    }
}
