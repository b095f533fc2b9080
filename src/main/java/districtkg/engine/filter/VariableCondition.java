package districtkg.engine.filter;

import districtkg.index.TermDictionary;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A condition on one variable.
 *
 * @param lowest the first number that matches
 * @param above the first number after the range
 * @param test further condition within the range
 */
public record VariableCondition(int lowest, int above, Optional<IntPredicate> test) {
    /** Matches every number. */
    public static final VariableCondition NONE =
            new VariableCondition(0, Integer.MAX_VALUE, Optional.empty());

    static VariableCondition between(int lowest, int above) {
        return new VariableCondition(lowest, above, Optional.empty());
    }

    static VariableCondition where(IntPredicate test) {
        return new VariableCondition(0, Integer.MAX_VALUE, Optional.of(remembering(test)));
    }

    VariableCondition and(VariableCondition other) {
        return new VariableCondition(
                Math.max(lowest, other.lowest),
                Math.min(above, other.above),
                test.isEmpty()
                        ? other.test
                        : Optional.of(
                                other.test
                                        .map(test.orElseThrow()::and)
                                        .orElse(test.orElseThrow())));
    }

    /** Whether the term with a number satisfies the condition. */
    public boolean holds(int number) {
        return number >= lowest && number < above && test.map(one -> one.test(number)).orElse(true);
    }

    /** Caches the last result: sorted triples have the same object many times in a row. */
    private static IntPredicate remembering(IntPredicate test) {
        return new IntPredicate() {
            private int last = TermDictionary.NONE;
            private boolean held;

            @Override
            public boolean test(int number) {
                if (number != last) {
                    held = test.test(number);
                    last = number;
                }
                return held;
            }
        };
    }
}
