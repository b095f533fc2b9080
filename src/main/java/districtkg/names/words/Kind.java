package districtkg.names.words;

/** Kinds of named things. */
public enum Kind {
    PROJECT,
    FACILITY,
    ORGANISATION,
    EVENT,
    PROGRAMME;

    /** The kind of a word of the lexicons. */
    public static Kind of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
