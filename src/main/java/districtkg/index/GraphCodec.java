package districtkg.index;

import districtkg.index.IndexedGraph.Use;
import districtkg.index.file.SnapshotInput;
import districtkg.index.file.SnapshotOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Writes graphs that share a term dictionary to a snapshot, and reads them again. */
public final class GraphCodec {
    private GraphCodec() {}

    /**
     * Writes graphs.
     *
     * @throws IOException if they cannot be written
     */
    public static void write(GraphIndexer.Graphs graphs, SnapshotOutput out) throws IOException {
        TermDictionary dictionary = graphs.all().dictionary();
        dictionary.write(out);
        graphs.all().bySubject().write(out);
        graphs.all().byPredicate().write(out);
        out.number(graphs.all().uses().size());
        for (Map.Entry<Integer, Use> use : new TreeMap<>(graphs.all().uses()).entrySet()) {
            out.number(use.getKey());
            out.number(use.getValue().triples());
            out.number(use.getValue().subjects());
            out.number(use.getValue().objects());
        }
        out.number(graphs.named().size());
        for (Map.Entry<Node, IndexedGraph> graph : graphs.named().entrySet()) {
            out.words(graph.getKey().getURI());
            graph.getValue().bySubject().writePositions(out);
        }
    }

    /**
     * Reads graphs.
     *
     * @throws IOException if they cannot be read
     */
    public static GraphIndexer.Graphs read(SnapshotInput in) throws IOException {
        TermDictionary dictionary = TermDictionary.read(in);
        TripleIndex bySubject = TripleIndex.read(in);
        TripleIndex byPredicate = TripleIndex.read(in);
        Map<Integer, Use> uses = new LinkedHashMap<>();
        for (int count = in.number(); count > 0; count--) {
            uses.put(in.number(), new Use(in.number(), in.number(), in.number()));
        }
        Map<Node, IndexedGraph> named = new LinkedHashMap<>();
        for (int count = in.number(); count > 0; count--) {
            Node name = NodeFactory.createURI(in.words());
            named.put(name, new IndexedGraph(dictionary, TripleIndex.read(in, bySubject)));
        }
        IndexedGraph all = new IndexedGraph(dictionary, bySubject, byPredicate, uses);
        all.prepare();
        return new GraphIndexer.Graphs(all, named);
    }
}
