package districtkg.names.words;

/** Kinds of named things. */
public enum Kind {
    /** Something that is being built or carried out, by its name as a project. */
    PROJECT,
    /** A road, building, park or zone. */
    FACILITY,
    /** A company, school, hospital or other body. */
    ORGANISATION,
    /** A fair, contest or conference. */
    EVENT,
    /** A programme, campaign or plan. */
    PROGRAMME;

    /** The kind of a word of the lexicons. */
    public static Kind of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }
}
