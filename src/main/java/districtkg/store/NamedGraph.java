package districtkg.store;

import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemRoaring;
import org.apache.jena.mem.IndexingStrategy;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * A named graph, indexed when something particular is first looked up in it; reading all of it
 * needs no index. The lazy index of Jena itself is built without a lock, and two first readers must
 * not meet in it.
 */
final class NamedGraph extends GraphMemRoaring {
    private volatile boolean indexed;

    NamedGraph() {
        super(IndexingStrategy.MANUAL);
    }

    @Override
    public Stream<Triple> stream(Node subject, Node predicate, Node object) {
        index();
        return super.stream(subject, predicate, object);
    }

    @Override
    public ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        if (!pattern.equals(Triple.ANY)) {
            index();
        }
        return super.graphBaseFind(pattern);
    }

    @Override
    public boolean graphBaseContains(Triple pattern) {
        index();
        return super.graphBaseContains(pattern);
    }

    private void index() {
        if (!indexed) {
            synchronized (this) {
                if (!isIndexInitialized()) {
                    initializeIndex();
                }
                indexed = true;
            }
        }
    }
}
