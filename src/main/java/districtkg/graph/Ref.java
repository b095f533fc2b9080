package districtkg.graph;

/**
 * A thing to point at.
 *
 * @param iri absolute
 * @param name in the language asked for; the end of the IRI where it has none
 */
public record Ref(String iri, String name) {
    /** The end of the IRI, short enough for an address: {@code kept}. */
    public String key() {
        return end(iri);
    }

    /** The end of an IRI, after its last slash or hash. */
    public static String end(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }
}
