package districtkg.sparql;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;

/**
 * Collects the triples of a CONSTRUCT query. Rejects triples beyond the response limit, and leaves
 * out triples that are not RDF, such as one with a literal as its subject (SPARQL 1.1, section
 * 16.2).
 */
final class BoundedGraph extends DatasetGraphWrapper {
    /** A lower bound for the bytes of a serialized triple. */
    private static final int SHORTEST = 32;

    private final long limit;
    private long held;
    private boolean rdf12;

    /**
     * @param limit maximum size of the answer in bytes
     */
    BoundedGraph(long limit) {
        super(DatasetGraphFactory.create());
        this.limit = limit;
    }

    @Override
    public void add(Quad quad) {
        add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        if (graph.isLiteral() || graph.isTripleTerm() || !legal(subject, predicate, object)) {
            return;
        }
        count();
        rdf12 |= isRdf12(object);
        super.add(graph, subject, predicate, object);
    }

    /** Whether it holds a term that RDF 1.1 does not have. */
    boolean needsRdf12() {
        return rdf12;
    }

    private static boolean legal(Node subject, Node predicate, Node object) {
        boolean whole =
                (subject.isURI() || subject.isBlank()) && predicate.isURI() && object.isConcrete();
        if (!whole || !object.isTripleTerm()) {
            return whole;
        }
        Triple inner = object.getTriple();
        return legal(inner.getSubject(), inner.getPredicate(), inner.getObject());
    }

    private static boolean isRdf12(Node object) {
        return object.isTripleTerm()
                || (object.isLiteral() && object.getLiteralBaseDirection() != null);
    }

    private void count() {
        held += SHORTEST;
        if (held > limit) {
            throw new Refusal(Reason.ANSWER_TOO_LARGE, "", Map.of("limit", limit));
        }
    }
}
