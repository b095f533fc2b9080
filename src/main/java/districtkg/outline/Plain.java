package districtkg.outline;

import districtkg.text.Text;

/** A text as a string in which each code point is one character, so that offsets agree. */
public final class Plain {
    private static final char REPLACEMENT = '\uFFFD';

    private Plain() {}

    /** The words of a text; characters beyond the basic plane stand as U+FFFD. */
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
