package districtkg.statement;

import districtkg.graph.Ref;
import java.util.Optional;

/**
 * Where a statement can be looked up: the characters of a passage, or only a place in a document.
 *
 * @param self the passage or reference
 * @param document the document
 * @param section the section; empty if the document is not entered by sections
 * @param start first character, in code points from 0; -1 for a reference without characters
 * @param end end, exclusive; -1 for a reference without characters
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
    /** Whether it can be verified with the text. */
    public boolean provable() {
        return start >= 0;
    }
}
