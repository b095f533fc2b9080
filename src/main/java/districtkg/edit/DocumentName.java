package districtkg.edit;

import districtkg.graph.Ref;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.vocab.Dkg;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * The name of a document, which is also the name of its graph and file.
 *
 * @param slug the last part of its IRI: {@code lusong-2020}
 */
public record DocumentName(String slug) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?");

    /** Graphs that are not documents. */
    private static final Set<String> OTHERS =
            Set.of(
                    "ontology",
                    "alignments",
                    "shapes",
                    "lists",
                    "things",
                    "catalog",
                    Ref.end(Dkg.DERIVED.getURI()),
                    Ref.end(Dkg.QUESTIONS.getURI()),
                    Ref.end(Dkg.VOID.getURI()));

    /**
     * The document of a graph.
     *
     * @param graph the IRI of the graph
     * @throws Refusal if it is not the graph of a document
     */
    public static DocumentName ofGraph(String graph) {
        String slug = graph.startsWith(Dkg.GRAPH) ? graph.substring(Dkg.GRAPH.length()) : "";
        if (OTHERS.contains(slug)) {
            throw Refusal.of(Reason.NOT_A_DOCUMENT).with("Allow", "GET, HEAD");
        }
        if (!SLUG.matcher(slug).matches()) {
            throw Refusal.of(Reason.BAD_GRAPH_NAME);
        }
        return new DocumentName(slug);
    }

    Node graph() {
        return Dkg.iri(Dkg.GRAPH + slug);
    }

    Node document() {
        return Dkg.iri(Dkg.ID + slug);
    }

    /** The IRI of its graph. */
    @Override
    public String toString() {
        return Dkg.GRAPH + slug;
    }
}
