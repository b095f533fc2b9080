package districtkg.commitment;

/** How firmly the words promise. */
public enum Strength {
    /** The words leave no way out: 确保, 必须. */
    ENSURED("ensured"),
    /** The words promise effort: 力争, 争取. */
    STRIVEN_FOR("strivenFor"),
    /** The words state an intention, or nothing about firmness. */
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
