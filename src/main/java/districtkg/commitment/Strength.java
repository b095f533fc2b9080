package districtkg.commitment;

/** How firmly the words promise. */
public enum Strength {
    ENSURED("ensured"),
    STRIVEN_FOR("strivenFor"),
    INTENDED("intended");

    private final String word;

    Strength(String word) {
        this.word = word;
    }

    /** As the ontology writes it: {@code strivenFor}. */
    public String word() {
        return word;
    }
}
