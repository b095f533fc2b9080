package districtkg.http;

import java.nio.charset.StandardCharsets;

/** IRIs as headers of HTTP can carry them. */
public final class Iris {
    /**
     * Characters of ASCII that no URI has (RFC 3986, section 2), besides the control characters.
     */
    private static final String NEVER = " \"<>\\^`{|}";

    private static final char DELETE = 0x7F;

    private Iris() {}

    /**
     * The URI of an IRI (RFC 3987, section 3.1): what is not ASCII is percent-encoded as UTF-8. It
     * is not normalized, so that decoding gives the same IRI again.
     */
    public static String uri(String iri) {
        if (iri.chars().allMatch(Iris::kept)) {
            return iri;
        }
        StringBuilder uri = new StringBuilder(iri.length() * 2);
        iri.codePoints()
                .forEach(
                        point -> {
                            if (kept(point)) {
                                uri.append((char) point);
                            } else {
                                encode(Character.toString(point), uri);
                            }
                        });
        return uri.toString();
    }

    private static void encode(String character, StringBuilder uri) {
        for (byte one : character.getBytes(StandardCharsets.UTF_8)) {
            uri.append('%').append("%02X".formatted(one));
        }
    }

    private static boolean kept(int point) {
        return point > ' ' && point < DELETE && NEVER.indexOf(point) < 0;
    }
}
