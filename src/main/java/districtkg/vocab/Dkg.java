package districtkg.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The namespaces of DistrictKG, and the terms of its ontology that the code uses. */
public final class Dkg {
    /** The base of all IRIs of DistrictKG; also the data set. */
    public static final String ROOT = "https://w3id.org/districtkg/";

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

    /** The namespace of shapes. The local name of a shape is the code of its fault. */
    public static final String SHAPES = "https://w3id.org/districtkg/shapes#";

    /** The graph of derived triples. */
    public static final Node DERIVED = iri(GRAPH + "derived");

    /** The graph of the example questions. */
    public static final Node QUESTIONS = iri(GRAPH + "questions");

    /** The graph with the VoID description. */
    public static final Node VOID = iri(GRAPH + "void");

    public static final Node DOCUMENT = term("Document");
    public static final Node IDIOM = term("Idiom");
    public static final Node PASSAGE = term("Passage");
    public static final Node SECTION = term("Section");
    public static final Node STATEMENT = term("Statement");

    /** A doubted statement, on which no conclusion may be based; not a {@link #STATEMENT}. */
    public static final Node DOUBTED_STATEMENT = term("DoubtedStatement");

    /** The property {@code :document}; the class is {@link #DOCUMENT}. */
    public static final Node DOCUMENT_OF = term("document");

    public static final Node ABOUT = term("about");
    public static final Node BODY_END = term("bodyEnd");
    public static final Node BODY_START = term("bodyStart");
    public static final Node BOUND = term("bound");
    public static final Node CHARACTERS = term("characters");
    public static final Node CONSECUTIVE_YEARS = term("consecutiveYears");
    public static final Node DATE = term("date");
    public static final Node DATE_SOURCE = term("dateSource");
    public static final Node DUE = term("due");
    public static final Node END = term("end");
    public static final Node ENTERED = term("entered");
    public static final Node FIRST_IN = term("firstIn");
    public static final Node INDICATOR = term("indicator");
    public static final Node INFERRED = term("inferred");
    public static final Node MENTIONS = term("mentions");
    public static final Node PROMISED_BY = term("promisedBy");
    public static final Node PUBLISHED = term("published");
    public static final Node RANK = term("rank");
    public static final Node SECTION_OF = term("section");
    public static final Node SHA256 = term("sha256");
    public static final Node SINCE = term("since");
    public static final Node SOURCE = term("source");
    public static final Node START = term("start");
    public static final Node STATED_MAX = term("statedMax");
    public static final Node STATED_MIN = term("statedMin");
    public static final Node STATED_TEXT = term("statedText");
    public static final Node STATED_UNIT = term("statedUnit");
    public static final Node STATED_VALUE = term("statedValue");
    public static final Node STRENGTH = term("strength");
    public static final Node UNIT = term("unit");
    public static final Node VALUE = term("value");

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
