package districtkg.names.words;

/** What sort of thing a name names. */
public enum Kind {
    PROJECT,
    FACILITY,
    ORGANISATION,
    EVENT,
    PROGRAMME;

    public static Kind of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
