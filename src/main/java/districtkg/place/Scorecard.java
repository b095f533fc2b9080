package districtkg.place;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the measurable targets of a place for one year.
 *
 * @param year for which the targets were set
 * @param counts number of targets with each result; results without a target are absent
 */
public record Scorecard(String year, Map<Result, Integer> counts) {

    /** What became of a target, from good to bad, then what is not decided. */
    public enum Result {
        /** Reached in time, or by a deadline that was moved before it passed. */
        MET,
        /** Reached after its deadline. */
        LATE,
        /** Not reached by its deadline, as later documents show. */
        MISSED,
        /**
         * Later documents do not decide it: the figures are not comparable, or the deadline was
         * moved.
         */
        UNDECIDED,
        /** The deadline has passed, and no document states an outcome. */
        UNREPORTED,
        /** The deadline has not passed. */
        PENDING;

        /** The result of a verdict; empty where there was nothing to measure. */
        public static Optional<Result> of(String verdict) {
            return switch (verdict) {
                case "kept", "keptAfterPostponement", "done" -> Optional.of(MET);
                case "keptLate" -> Optional.of(LATE);
                case "missed", "overdue" -> Optional.of(MISSED);
                case "notComparable", "postponed" -> Optional.of(UNDECIDED);
                case "unknown" -> Optional.of(UNREPORTED);
                case "pending", "open" -> Optional.of(PENDING);
                default -> Optional.empty();
            };
        }

        /** Its name in addresses and messages: {@code met}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether a later document decided it. */
        public boolean decided() {
            return switch (this) {
                case MET, LATE, MISSED -> true;
                case UNDECIDED, UNREPORTED, PENDING -> false;
            };
        }
    }

    /** A scorecard of results. */
    static Scorecard of(String year, List<Result> results) {
        Map<Result, Integer> counts = new EnumMap<>(Result.class);
        results.forEach(one -> counts.merge(one, 1, Integer::sum));
        return new Scorecard(year, counts);
    }

    /** The number of targets. */
    public int targets() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The number of targets with a result. */
    public int count(Result result) {
        return counts.getOrDefault(result, 0);
    }

    /** Whether a later document decided any of them. */
    public boolean decided() {
        return counts.keySet().stream().anyMatch(Result::decided);
    }
}
