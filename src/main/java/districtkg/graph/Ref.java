package districtkg.graph;

/**
 * A reference to a thing.
 *
 * @param iri absolute
 * @param name in the requested language; the last part of the IRI if it has none
 */
public record Ref(String iri, String name) {
    /** The last part of the IRI, short enough for an address: {@code kept}. */
    public String key() {
        return end(iri);
    }

    /** The last part of an IRI, after its last slash or hash. */
    public static String end(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }
}
