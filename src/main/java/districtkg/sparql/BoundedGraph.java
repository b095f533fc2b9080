package districtkg.sparql;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;

/** Rejects triples beyond the response limit. */
final class BoundedGraph extends DatasetGraphWrapper {
    /** A lower bound for the bytes of a serialized triple. */
    private static final int SHORTEST = 32;

    private final long limit;
    private long held;

    /**
     * @param limit maximum size of the answer in bytes
     */
    BoundedGraph(long limit) {
        super(DatasetGraphFactory.create());
        this.limit = limit;
    }

    @Override
    public void add(Quad quad) {
        count();
        super.add(quad);
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        count();
        super.add(graph, subject, predicate, object);
    }

    private void count() {
        held += SHORTEST;
        if (held > limit) {
            throw new Refusal(Reason.ANSWER_TOO_LARGE, "", Map.of("limit", limit));
        }
    }
}
