package districtkg.describe;

import districtkg.vocab.Dkg;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;

/** Terms of vocabularies for data sets without constants in Jena, and IRIs of partitions. */
public final class DatasetTerms {
    static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    static final String VOID_EXT = "http://ldf.fi/void-ext#";
    static final String SPDX = "http://spdx.org/rdf/terms#";

    /** The data set. */
    public static final Node DATASET = Dkg.iri(Dkg.ROOT + "dataset");

    /** Its SPARQL endpoint. */
    public static final Node SPARQL = Dkg.iri(Dkg.ROOT + "sparql");

    /** The catalogue of the server. */
    public static final Node CATALOG = Dkg.iri(Dkg.ROOT + "catalog");

    private DatasetTerms() {}

    /** A term of the SPARQL service description vocabulary. */
    public static Node sd(String name) {
        return Dkg.iri(SD + name);
    }

    static Node voidExt(String name) {
        return Dkg.iri(VOID_EXT + name);
    }

    /** A term of DCAT 3, of which Jena has those of version 2. */
    public static Node dcat(String name) {
        return Dkg.iri(DCAT.NS + name);
    }

    /** A term of SPDX, for checksums. */
    public static Node spdx(String name) {
        return Dkg.iri(SPDX + name);
    }

    /** The W3C IRI of a result format. */
    public static Node format(String name) {
        return Dkg.iri("http://www.w3.org/ns/formats/" + name);
    }

    /** The IANA IRI of a media type. */
    public static Node iana(String type) {
        return Dkg.iri("https://www.iana.org/assignments/media-types/" + type);
    }

    /** The IRI of a partition: {@code https://w3id.org/districtkg/dataset#dkg:Target}. */
    static Node part(String name) {
        return Dkg.iri(DATASET.getURI() + "#" + name);
    }
}
