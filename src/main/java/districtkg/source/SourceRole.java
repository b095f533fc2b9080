package districtkg.source;

import districtkg.vocab.Dkg;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;

/** The role of a source. It follows from the triples, so that a file may be in any folder. */
public enum SourceRole {
    /** Shapes: constraints on the data. Not served. */
    SHAPES(false),
    /** The terms of the ontology, and the prefixes. */
    TERMS(true),
    /** Mappings to other vocabularies. */
    ALIGNMENTS(true),
    /** Shared lists: indicators, industries, units and the like. */
    LISTS(true),
    /** Named things that all documents share: places, projects and the like. */
    THINGS(true),
    /** One document with its sections, passages and statements. */
    DOCUMENT(true),
    /** Statements of one document, from a table whose rows were checked. */
    STATEMENTS(true),
    /**
     * Those statements of a table that say more than its columns can check. Served by the table.
     */
    OPEN_STATEMENTS(false),
    /** Passages of a table that account for numerals which count nothing. Not served. */
    IDIOMS(false),
    /** The description of the data set. */
    CATALOG(true);

    private static final String ALIGNMENTS_IRI = "https://w3id.org/districtkg/alignments";

    private final boolean visible;

    SourceRole(boolean visible) {
        this.visible = visible;
    }

    /** Whether its triples are served. */
    public boolean visible() {
        return visible;
    }

    /** The role of a source with these triples. */
    static SourceRole of(Graph graph) {
        if (has(graph, SHACL.NodeShape) || has(graph, SHACL.PropertyShape)) {
            return SHAPES;
        }
        if (graph.contains(Dkg.iri(ALIGNMENTS_IRI), RDF.type.asNode(), OWL.Ontology.asNode())) {
            return ALIGNMENTS;
        }
        if (has(graph, OWL.Ontology.asNode())) {
            return TERMS;
        }
        if (has(graph, Dkg.DOCUMENT)) {
            return DOCUMENT;
        }
        if (has(graph, DCAT.Dataset.asNode())) {
            return CATALOG;
        }
        return mintsThings(graph) ? THINGS : LISTS;
    }

    /** The name of the graph to which a source of this role belongs. */
    Node graphName(Graph graph) {
        return switch (this) {
            case SHAPES -> Dkg.iri(Dkg.GRAPH + "shapes");
            case TERMS -> Dkg.iri(Dkg.GRAPH + "ontology");
            case ALIGNMENTS -> Dkg.iri(Dkg.GRAPH + "alignments");
            case LISTS -> Dkg.iri(Dkg.GRAPH + "lists");
            case THINGS -> Dkg.iri(Dkg.GRAPH + "things");
            case CATALOG -> Dkg.iri(Dkg.GRAPH + "catalog");
            case DOCUMENT, STATEMENTS, OPEN_STATEMENTS, IDIOMS ->
                    Dkg.iri(Dkg.GRAPH + slugOfFirstDocument(graph));
        };
    }

    private static boolean has(Graph graph, Node type) {
        return graph.contains(Node.ANY, RDF.type.asNode(), type);
    }

    private static boolean mintsThings(Graph graph) {
        return graph.stream()
                .map(Triple::getSubject)
                .anyMatch(subject -> subject.isURI() && subject.getURI().startsWith(Dkg.ID));
    }

    private static String slugOfFirstDocument(Graph graph) {
        String iri =
                graph.stream(Node.ANY, RDF.type.asNode(), Dkg.DOCUMENT)
                        .map(Triple::getSubject)
                        .map(Node::toString)
                        .sorted()
                        .findFirst()
                        .orElseThrow();
        return iri.startsWith(Dkg.ID)
                ? iri.substring(Dkg.ID.length())
                : iri.replaceFirst("^.*[/#]", "");
    }
}
