package districtkg.graph;

import districtkg.vocab.Dkg;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;

/** Extracts parts of a graph as new graphs. */
public final class Subgraph {
    private Subgraph() {}

    /** The triples whose subjects are some things. */
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
     * The triples with a thing as subject or object; for a document also those of its passages,
     * because they have the document's address.
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
