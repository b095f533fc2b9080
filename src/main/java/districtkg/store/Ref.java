package districtkg.store;

/**
 * A thing to point at.
 *
 * @param iri absolute
 * @param name in the language asked for; the end of the IRI where it has none
 */
public record Ref(String iri, String name) {}
