package districtkg.tidy;

/** The type of the cells of a column. */
public enum ColumnType {
    /** A text, a code or a date as precise as its source ({@code 2022}, {@code 2022-06}). */
    TEXT,
    /** Several codes or IRIs, separated by {@code "; "} in CSV; a list in JSON and Parquet. */
    LIST,
    /** An absolute IRI. */
    IRI,
    /** A whole number. */
    INTEGER,
    /** A decimal number with a point, without thousands separators. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN
}
