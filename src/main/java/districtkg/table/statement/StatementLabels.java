package districtkg.table.statement;

import districtkg.table.cell.SharedTerms.Names;
import districtkg.table.cell.StatedPeriod;
import java.util.Optional;

/**
 * Composes the labels of statements from what they state, so that none is stored and none copies a
 * source: 地区生产总值（罗湖区，2021年）, gross domestic product (Luohu District, 2021).
 */
final class StatementLabels {
    /**
     * What a label is composed of.
     *
     * @param kind of the statement
     * @param thing that it is about, or the place
     * @param measure what its figure measures; empty where it has none
     * @param status stage of the thing; empty if none is stated
     * @param period its time
     * @param periodKind how the time is meant
     */
    record Parts(
            RowKind kind,
            Names thing,
            Optional<Names> measure,
            Optional<Names> status,
            Optional<StatedPeriod> period,
            Optional<StatedPeriod.Kind> periodKind) {}

    private StatementLabels() {}

    /** The label in both languages. */
    static Names of(Parts parts) {
        return new Names(chinese(parts), english(parts));
    }

    private static String chinese(Parts parts) {
        String time = parts.period().map(StatedPeriod::chinese).orElse("");
        String how = parts.periodKind().map(StatedPeriod.Kind::chinese).orElse("");
        String thing = parts.thing().chinese();
        String prefix =
                switch (parts.kind()) {
                    case TARGET -> "目标：";
                    case COMMITMENT -> "承诺：";
                    case EXPECTATION -> "预计：";
                    default -> "";
                };
        if (parts.measure().isPresent()) {
            String where = join("，", thing, time + how);
            return prefix + parts.measure().get().chinese() + "（" + where + "）";
        }
        String state = parts.status().map(Names::chinese).orElse("");
        return prefix + thing + "：" + join("，", state, time);
    }

    private static String english(Parts parts) {
        String time = parts.period().map(StatedPeriod::english).orElse("");
        String how = parts.periodKind().map(StatedPeriod.Kind::english).orElse("");
        String thing = parts.thing().english();
        String prefix =
                switch (parts.kind()) {
                    case TARGET -> "Target: ";
                    case COMMITMENT -> "Commitment: ";
                    case EXPECTATION -> "Expected: ";
                    default -> "";
                };
        if (parts.measure().isPresent()) {
            String where = join(", ", thing, join(", ", time, how));
            return prefix + parts.measure().get().english() + " (" + where + ")";
        }
        String state = parts.status().map(Names::english).orElse("");
        return prefix + thing + ": " + join(", ", state, time);
    }

    private static String join(String between, String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + between + other;
    }
}
