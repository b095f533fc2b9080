package districtkg.statement;

import districtkg.graph.Ref;
import java.util.Optional;

/**
 * Where a statement can be looked up: the characters of a passage, or only a place in a document.
 *
 * @param self the passage or reference
 * @param document where it is
 * @param section the section, where the document is entered by sections
 * @param start first character, counted in code points from 0; -1 for a reference without
 *     characters
 * @param end the character after the last; -1 for a reference without characters
 * @param digest SHA-256 of the characters; empty for a reference without characters
 * @param locator where to look, in words; empty for a passage
 */
public record SourceLocation(
        Ref self,
        Ref document,
        Optional<Ref> section,
        int start,
        int end,
        String digest,
        String locator) {
    /** Whether whoever holds the text can prove it. */
    public boolean provable() {
        return start >= 0;
    }
}
