package districtkg.source;

import districtkg.engine.QueryEngine;
import districtkg.index.GraphIndexer;
import districtkg.vocab.Dkg;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;

/**
 * Collects what readers query, and makes a data set of it that never changes. Its default graph
 * really holds every visible triple, which answers joins a hundred times faster than a view over
 * the named graphs; the named graphs share its terms.
 */
public final class DatasetBuilder {
    private final GraphIndexer indexer = new GraphIndexer();

    /** What curators wrote and what the rules derive from it. */
    public static DatasetGraph of(Sources sources, Graph derived) {
        return of(sources, Map.of(Dkg.DERIVED, derived)).data();
    }

    /**
     * What curators wrote and what was made of it.
     *
     * @param made further graphs by their names: what the rules derive, the example questions
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

    /** All that was added so far. */
    public DatasetGraph data() {
        GraphIndexer.Graphs graphs = indexer.build();
        DatasetGraph data = new DatasetGraphMapLink(graphs.all());
        graphs.named().forEach(data::addGraph);
        QueryEngine.use(data.getContext());
        return data;
    }
}
