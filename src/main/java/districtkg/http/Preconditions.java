package districtkg.http;

import java.util.Arrays;
import java.util.Optional;

/**
 * The preconditions of a write (RFC 9110, section 13.1); none if both are empty.
 *
 * @param match tags one of which must be the document's, or {@code *} for any document
 * @param noneMatch tags none of which may be the document's, or {@code *} for no document
 */
public record Preconditions(String match, String noneMatch) {
    /** No precondition. */
    public static final Preconditions NONE = new Preconditions("", "");

    /**
     * Whether the preconditions are satisfied.
     *
     * @param tag the ETag of the document; empty if it does not exist
     */
    public boolean holds(Optional<String> tag) {
        return (match.isEmpty() || names(match, tag, false))
                && (noneMatch.isEmpty() || !names(noneMatch, tag, true));
    }

    /**
     * Whether a list contains a tag. A document's tag may have a format suffix: {@code
     * "4f0c…-ttl"}.
     *
     * @param weak whether a weak tag matches too; {@code If-Match} compares strongly (RFC 9110,
     *     8.8.3.2)
     */
    private static boolean names(String tags, Optional<String> tag, boolean weak) {
        return tag.isPresent()
                && Arrays.stream(tags.split(",", -1))
                        .map(String::strip)
                        .filter(written -> weak || !written.startsWith("W/"))
                        .map(written -> written.replaceFirst("^W/", "").replace("\"", ""))
                        .anyMatch(
                                written ->
                                        written.equals("*")
                                                || written.replaceFirst("[-;].*$", "")
                                                        .equals(tag.orElseThrow()));
    }
}
