package districtkg.describe;

import districtkg.vocab.Dkg;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.SKOS;

/** Which triples say that something of ours is, or is like, something of another data set. */
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

    /** Scheme and host of an IRI: {@code http://www.wikidata.org/}; empty where it has none. */
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
