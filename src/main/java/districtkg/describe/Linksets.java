package districtkg.describe;

import districtkg.vocab.Dkg;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.SKOS;

/** Recognizes triples that link to other data sets. */
final class Linksets {
    private static final Set<Node> PROPERTIES =
            Set.of(
                    SKOS.exactMatch.asNode(),
                    SKOS.closeMatch.asNode(),
                    SKOS.broadMatch.asNode(),
                    SKOS.narrowMatch.asNode(),
                    SKOS.relatedMatch.asNode(),
                    OWL2.sameAs.asNode(),
                    OWL2.equivalentClass.asNode(),
                    OWL2.equivalentProperty.asNode());

    private Linksets() {}

    static boolean isLink(Triple triple) {
        return PROPERTIES.contains(triple.getPredicate())
                && triple.getObject().isURI()
                && ours(triple.getSubject())
                && !ours(triple.getObject())
                && !space(triple.getObject()).isEmpty();
    }

    /** Scheme and host of an IRI: {@code http://www.wikidata.org/}; empty if it has none. */
    static String space(Node thing) {
        String iri = thing.getURI();
        int host = iri.indexOf("://");
        int end = host < 0 ? -1 : iri.indexOf('/', host + 3);
        return end < 0 ? "" : iri.substring(0, end + 1);
    }

    private static boolean ours(Node thing) {
        return thing.toString().startsWith(Dkg.ROOT);
    }
}
