package districtkg.describe;

import districtkg.vocab.Dkg;
import org.apache.jena.graph.Node;

/**
 * Terms of vocabularies for data sets that Jena has no constants of, and our names of the parts.
 */
public final class DatasetTerms {
    static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    static final String VOID_EXT = "http://ldf.fi/void-ext#";
    static final String DCAT = "http://www.w3.org/ns/dcat#";
    static final String SPDX = "http://spdx.org/rdf/terms#";

    /** The data set. */
    public static final Node DATASET = Dkg.iri(Dkg.ROOT + "dataset");

    /** Where it can be queried. */
    public static final Node SPARQL = Dkg.iri(Dkg.ROOT + "sparql");

    /** What the server offers. */
    public static final Node CATALOG = Dkg.iri(Dkg.ROOT + "catalog");

    private DatasetTerms() {}

    public static Node sd(String name) {
        return Dkg.iri(SD + name);
    }

    static Node voidExt(String name) {
        return Dkg.iri(VOID_EXT + name);
    }

    public static Node dcat(String name) {
        return Dkg.iri(DCAT + name);
    }

    public static Node spdx(String name) {
        return Dkg.iri(SPDX + name);
    }

    /** A format of results, as W3C names it. */
    public static Node format(String name) {
        return Dkg.iri("http://www.w3.org/ns/formats/" + name);
    }

    /** A media type, as IANA names it. */
    public static Node iana(String type) {
        return Dkg.iri("https://www.iana.org/assignments/media-types/" + type);
    }

    /** A part of the data set: {@code https://w3id.org/districtkg/dataset#dkg:Target}. */
    static Node part(String name) {
        return Dkg.iri(DATASET.getURI() + "#" + name);
    }
}
