package districtkg.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * A graph whose lookups fail once the thread is interrupted, so that work on it ends which nothing
 * else can stop.
 */
public final class InterruptibleGraph extends GraphWrapper {
    /** Wraps a graph, which is only read. */
    public InterruptibleGraph(Graph graph) {
        super(graph);
    }

    /**
     * @throws QueryCancelledException if the thread is interrupted
     */
    @Override
    public ExtendedIterator<Triple> find(Triple triple) {
        check();
        return super.find(triple);
    }

    /**
     * @throws QueryCancelledException if the thread is interrupted
     */
    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        check();
        return super.find(subject, predicate, object);
    }

    /**
     * @throws QueryCancelledException if the thread is interrupted
     */
    @Override
    public boolean contains(Triple triple) {
        check();
        return super.contains(triple);
    }

    /**
     * @throws QueryCancelledException if the thread is interrupted
     */
    @Override
    public boolean contains(Node subject, Node predicate, Node object) {
        check();
        return super.contains(subject, predicate, object);
    }

    /**
     * For work between lookups.
     *
     * @throws QueryCancelledException if the thread is interrupted
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new QueryCancelledException();
        }
    }
}
