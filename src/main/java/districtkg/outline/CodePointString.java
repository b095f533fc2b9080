package districtkg.outline;

import districtkg.text.Text;

/** A text as a string with one character per code point, so that offsets agree. */
public final class CodePointString {
    private static final char REPLACEMENT = '\uFFFD';

    private CodePointString() {}

    /**
     * The words of a text; characters beyond the Basic Multilingual Plane are replaced by U+FFFD.
     */
    public static String of(Text text) {
        String words = text.words();
        if (words.length() == text.length()) {
            return words;
        }
        StringBuilder plain = new StringBuilder(text.length());
        words.codePoints()
                .forEach(
                        point ->
                                plain.append(
                                        Character.isBmpCodePoint(point)
                                                ? (char) point
                                                : REPLACEMENT));
        return plain.toString();
    }
}
