package districtkg.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The namespaces of DistrictKG, and those terms of its ontology that the code names. */
public final class Dkg {
    /** Terms: {@code https://w3id.org/districtkg/ns#Target}. */
    public static final String NS = "https://w3id.org/districtkg/ns#";

    /** Shared lists: {@code https://w3id.org/districtkg/vocab/gdp-growth}. */
    public static final String VOCAB = "https://w3id.org/districtkg/vocab/";

    /**
     * Things, documents, statements and passages: {@code https://w3id.org/districtkg/id/lusong}.
     */
    public static final String ID = "https://w3id.org/districtkg/id/";

    /** Named graphs: {@code https://w3id.org/districtkg/graph/lusong-2020}. */
    public static final String GRAPH = "https://w3id.org/districtkg/graph/";

    /** The graph of what the rules derive. */
    public static final Node DERIVED = iri(GRAPH + "derived");

    public static final Node DOCUMENT = term("Document");
    public static final Node STATEMENT = term("Statement");

    private Dkg() {}

    /** A term of the ontology by its local name. */
    public static Node term(String name) {
        return iri(NS + name);
    }

    /** An absolute IRI as a node. */
    public static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
