package districtkg.store;

import districtkg.vocab.Dkg;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.mem.GraphMemRoaring;
import org.apache.jena.mem.IndexingStrategy;
import org.apache.jena.sparql.core.DatasetGraphMapLink;

/**
 * The data set that readers query. Its default graph really holds every visible triple, which
 * answers joins a hundred times faster than a view over the named graphs; the named graphs share
 * the same triples. It is never changed: new sources make a new one.
 */
public final class Served extends DatasetGraphMapLink {
    private final Set<Node> indexed = ConcurrentHashMap.newKeySet();

    private Served(Graph everything) {
        super(everything);
    }

    /** What curators wrote and what the rules derive from it. */
    public static Served of(Sources sources, Graph derived) {
        return of(sources, Map.of(Dkg.DERIVED, derived));
    }

    /**
     * What curators wrote and what was made of it.
     *
     * @param made further graphs by their names: what the rules derive, the example questions
     */
    public static Served of(Sources sources, Map<Node, Graph> made) {
        Served served = new Served(new GraphMemFast());
        for (SourceFile file : sources.files()) {
            if (file.role().visible()) {
                served.include(file.graphName(), file.graph());
            }
        }
        made.forEach(served::include);
        return served;
    }

    /**
     * A named graph, indexed at its first use. The lazy index of the graph itself is built without
     * a lock, and two first readers must not meet in it.
     */
    @Override
    public Graph getGraph(Node name) {
        Graph graph = super.getGraph(name);
        if (graph instanceof GraphMemRoaring lazy && !indexed.contains(name)) {
            synchronized (lazy) {
                if (!lazy.isIndexInitialized()) {
                    lazy.initializeIndex();
                }
                indexed.add(name);
            }
        }
        return graph;
    }

    /** How many triples each named graph has. */
    public Map<Node, Integer> sizes() {
        Map<Node, Integer> sizes = new HashMap<>();
        listGraphNodes().forEachRemaining(name -> sizes.put(name, super.getGraph(name).size()));
        return sizes;
    }

    /** Adds triples to a named graph and to all; only before anyone reads. */
    public void include(Node name, Graph triples) {
        if (!containsGraph(name)) {
            addGraph(name, new GraphMemRoaring(IndexingStrategy.LAZY));
        }
        Graph named = super.getGraph(name);
        Graph everything = getDefaultGraph();
        triples.stream()
                .forEach(
                        (Triple triple) -> {
                            named.add(triple);
                            everything.add(triple);
                        });
    }
}
