package districtkg.dataset;

import districtkg.engine.QueryEngine;
import districtkg.index.GraphIndexer;
import districtkg.source.SourceFile;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;

/**
 * Collects quads, and builds an immutable data set of them. Its default graph contains every
 * visible triple, which makes joins a hundred times faster than a view over the named graphs; both
 * share one term dictionary.
 */
public final class DatasetBuilder {
    private final GraphIndexer indexer = new GraphIndexer();

    /** A data set of curated and derived triples. */
    public static DatasetGraph of(Sources sources, Graph derived) {
        return of(sources, Map.of(Dkg.DERIVED, derived)).data();
    }

    /**
     * A builder with curated data and further graphs.
     *
     * @param made further graphs by name: derived triples, example questions
     */
    public static DatasetBuilder of(Sources sources, Map<Node, Graph> made) {
        DatasetBuilder served = new DatasetBuilder();
        for (SourceFile file : sources.files()) {
            if (file.role().visible()) {
                served.include(file.graphName(), file.graph());
            }
        }
        made.forEach(served::include);
        return served;
    }

    /** Adds triples to a named graph, and so to the default graph. */
    public void include(Node name, Graph triples) {
        triples.stream().forEach(triple -> add(name, triple));
    }

    /** Adds a triple to a named graph, and so to the default graph. */
    public void add(Node name, Triple triple) {
        indexer.add(name, triple);
    }

    /** Whether anything was added to a named graph. */
    boolean holds(Node name) {
        return indexer.holds(name);
    }

    /** The data set of everything added so far. */
    public DatasetGraph data() {
        return data(indexer.build());
    }

    /** The data set of indexed graphs. */
    public static DatasetGraph data(GraphIndexer.Graphs graphs) {
        DatasetGraph data = new DatasetGraphMapLink(graphs.all());
        graphs.named().forEach(data::addGraph);
        QueryEngine.use(data.getContext());
        return data;
    }
}
