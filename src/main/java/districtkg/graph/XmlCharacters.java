package districtkg.graph;

/** The characters that an XML 1.0 document can contain (XML 1.0, production 2). */
public final class XmlCharacters {
    private static final char REPLACEMENT = '\uFFFD';

    private XmlCharacters() {}

    /** Whether XML can contain all characters of a text. */
    public static boolean legal(String text) {
        return firstIllegal(text, 0) == text.length();
    }

    /** The text with U+FFFD for each character that XML cannot contain. */
    public static String replaced(String text) {
        int at = firstIllegal(text, 0);
        if (at == text.length()) {
            return text;
        }
        char[] mended = text.toCharArray();
        while (at < mended.length) {
            mended[at] = REPLACEMENT;
            at = firstIllegal(text, at + 1);
        }
        return new String(mended);
    }

    private static int firstIllegal(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char one = text.charAt(at);
            if (Character.isHighSurrogate(one)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (!carried(one)) {
                return at;
            }
        }
        return text.length();
    }

    private static boolean carried(char one) {
        return one >= ' '
                ? !Character.isSurrogate(one) && one < '\uFFFE'
                : one == '\t' || one == '\n' || one == '\r';
    }
}
