package districtkg.names.words;

/** What sort of thing a name names. */
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
