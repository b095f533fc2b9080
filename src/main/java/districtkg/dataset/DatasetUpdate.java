package districtkg.dataset;

import districtkg.index.GraphIndexer;
import districtkg.index.GraphUpdate;
import districtkg.index.IndexedGraph;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Builds a data set from an earlier one and a change, by merging. The earlier data set stays as it
 * is. Not thread-safe.
 */
public final class DatasetUpdate {
    private final GraphUpdate update;

    /**
     * Creates an update.
     *
     * @param base built by a {@link DatasetBuilder} or an update; not changed
     */
    public DatasetUpdate(DatasetGraph base) {
        update = new GraphUpdate(graphs(base));
    }

    /** Replaces the content of a named graph; nothing removes the graph. */
    public void replace(Node name, Stream<Triple> content) {
        update.replace(name, content);
    }

    /**
     * Changes the content of a named graph.
     *
     * @param removed triples to remove, if the graph has them and {@code added} has not
     * @param added triples to add, if the graph has them not
     */
    public void change(Node name, Stream<Triple> removed, Stream<Triple> added) {
        update.change(name, removed, added);
    }

    /** The triples that graphs lose, each with the name of its graph. */
    public void forEachRemoved(BiConsumer<Node, Triple> receiver) {
        update.forEachRemoved(receiver);
    }

    /** The triples that graphs gain, each with the name of its graph. */
    public void forEachAdded(BiConsumer<Node, Triple> receiver) {
        update.forEachAdded(receiver);
    }

    /** Builds the data set. */
    public DatasetGraph build() {
        return DatasetBuilder.data(update.build());
    }

    /**
     * The number of terms of a data set that was built by a {@link DatasetBuilder} or an update,
     * with those that updates left unused.
     */
    public static int terms(DatasetGraph data) {
        return ((IndexedGraph) data.getDefaultGraph()).dictionary().size();
    }

    /** The indexed graphs of a data set. */
    static GraphIndexer.Graphs graphs(DatasetGraph data) {
        Map<Node, IndexedGraph> named = new LinkedHashMap<>();
        for (Iterator<Node> names = data.listGraphNodes(); names.hasNext(); ) {
            Node name = names.next();
            named.put(name, (IndexedGraph) data.getGraph(name));
        }
        return new GraphIndexer.Graphs((IndexedGraph) data.getDefaultGraph(), named);
    }
}
