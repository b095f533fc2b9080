package districtkg.difference;

import districtkg.statement.Statement;
import java.util.Locale;
import java.util.Optional;

/**
 * A difference or an agreement between two documents.
 *
 * @param sort what the later document does
 * @param earlier the statement of the earlier document; empty if the later one adds something
 * @param later the statement of the later document; empty if it omits something
 */
public record Change(Sort sort, Optional<Statement> earlier, Optional<Statement> later) {
    /**
     * What a later document does to a statement of an earlier one, with the actions of schema.org.
     */
    public enum Sort {
        /** It mentions something that the earlier one does not. */
        ADDS("AddAction"),
        /** It states the same, or shows a promise kept. */
        CONFIRMS("AgreeAction"),
        /** It states another figure for the same time, or shows a promise missed. */
        CONTRADICTS("DisagreeAction"),
        /** It states something else about the same: another time, stage or aim. */
        CHANGES("ReplaceAction"),
        /** It does not mention it, which does not withdraw it. */
        PASSES_OVER("IgnoreAction");

        private final String action;

        Sort(String action) {
            this.action = action;
        }

        /** The local name of its class in schema.org. */
        public String action() {
            return action;
        }

        /** The name in words: {@code passes over}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    static Change adds(Statement later) {
        return new Change(Sort.ADDS, Optional.empty(), Optional.of(later));
    }

    static Change passesOver(Statement earlier) {
        return new Change(Sort.PASSES_OVER, Optional.of(earlier), Optional.empty());
    }

    static Change of(Sort sort, Statement earlier, Statement later) {
        return new Change(sort, Optional.of(earlier), Optional.of(later));
    }
}
