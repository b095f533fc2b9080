package districtkg.difference;

import districtkg.statement.Statement;
import java.util.Locale;
import java.util.Optional;

/**
 * One difference between two documents, or one agreement.
 *
 * @param sort what the later document does
 * @param earlier what the earlier document says; none where the later adds something
 * @param later what the later document says; none where it passes over something
 */
public record Change(Sort sort, Optional<Statement> earlier, Optional<Statement> later) {
    /** What a later document does to what an earlier one says, as the actions of schema.org. */
    public enum Sort {
        /** It speaks of something that the earlier one does not. */
        ADDS("AddAction"),
        /** It says the same, or shows a promise kept. */
        CONFIRMS("AgreeAction"),
        /** It gives another figure for the same time, or shows a promise missed. */
        CONTRADICTS("DisagreeAction"),
        /** It says something else of the same: another time, stage or aim. */
        CHANGES("ReplaceAction"),
        /** It does not speak of it, which does not take it back. */
        PASSES_OVER("IgnoreAction");

        private final String action;

        Sort(String action) {
            this.action = action;
        }

        /** The local name of its class in schema.org. */
        public String action() {
            return action;
        }

        /** As a word: {@code passes over}. */
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
