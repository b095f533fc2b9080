package districtkg.http;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a writer believes of the document that he is about to change (RFC 9110, 13.1): nothing where
 * both are empty.
 *
 * @param match tags of which one must be the document's, or {@code *} for any document
 * @param noneMatch tags of which none may be the document's, or {@code *} for no document
 */
public record Preconditions(String match, String noneMatch) {
    /** No belief. */
    public static final Preconditions NONE = new Preconditions("", "");

    /**
     * Whether it is so.
     *
     * @param tag of the document, if there is one
     */
    public boolean holds(Optional<String> tag) {
        return (match.isEmpty() || names(match, tag))
                && (noneMatch.isEmpty() || !names(noneMatch, tag));
    }

    /** A tag names the document whatever syntax it was sent in: {@code "4f0c…-ttl"}. */
    private static boolean names(String tags, Optional<String> tag) {
        return tag.isPresent()
                && Arrays.stream(tags.split(",", -1))
                        .map(String::strip)
                        .map(written -> written.replaceFirst("^W/", "").replace("\"", ""))
                        .anyMatch(
                                written ->
                                        written.equals("*")
                                                || written.replaceFirst("[-;].*$", "")
                                                        .equals(tag.orElseThrow()));
    }
}
