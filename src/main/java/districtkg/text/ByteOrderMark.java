package districtkg.text;

/**
 * The byte order mark (U+FEFF) before a text: Excel needs it to read a CSV file as UTF-8, and other
 * programs put it before files.
 */
public final class ByteOrderMark {
    /** The mark as a text of one character. */
    public static final String MARK = "\uFEFF";

    private ByteOrderMark() {}

    /** A text without the mark before it; the same text if it has none. */
    public static String strip(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }
}
