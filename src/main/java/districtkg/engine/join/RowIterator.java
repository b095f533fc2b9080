package districtkg.engine.join;

import java.util.List;
import java.util.function.Predicate;

/** Iterates over the rows of a join, which share one array. Not thread-safe. */
public final class RowIterator {
    private final JoinStep[] steps;
    private final List<List<Predicate<int[]>>> checks;
    private final int[] row;
    private int depth = -1;
    private boolean begun;

    /**
     * @param steps the steps, in order
     * @param checks for each step, the checks after it
     * @param row the first row, with the slots that are bound
     */
    RowIterator(List<JoinStep> steps, List<List<Predicate<int[]>>> checks, int[] row) {
        this.steps = steps.toArray(JoinStep[]::new);
        this.checks = checks;
        this.row = row;
    }

    /** The current row. */
    public int[] row() {
        return row;
    }

    /** Moves to the next row; false if there is none. */
    public boolean next() {
        int last = steps.length - 1;
        if (begun) {
            depth = last;
        } else {
            begun = true;
            depth = 0;
            if (last < 0) {
                return true;
            }
            steps[0].open(row);
        }
        while (depth >= 0) {
            if (!steps[depth].next(row)) {
                depth--;
            } else if (holds(depth)) {
                if (depth == last) {
                    return true;
                }
                depth++;
                steps[depth].open(row);
            }
        }
        return false;
    }

    private boolean holds(int depth) {
        for (Predicate<int[]> check : checks.get(depth)) {
            if (!check.test(row)) {
                return false;
            }
        }
        return true;
    }
}
