package districtkg.engine.join;

import districtkg.engine.memory.MemoryBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hash join: rows that are evaluated once and looked up by the slots that they share with the
 * current row. It avoids scanning the same triples for every row, as in a self-join.
 */
final class HashJoinStep implements JoinStep {
    private final RowIterator apart;
    private final int[] shared;
    private final int[] added;
    private final MemoryBudget.Hold held;
    private final Map<Long, List<int[]>> table = new HashMap<>();
    private boolean built;
    private List<int[]> found = List.of();
    private int at;

    /**
     * @param apart the rows to join, not yet started
     * @param shared slots of the current row that these rows have too; at least one
     * @param added slots that these rows bind
     * @param held counts the rows of the hash table
     */
    HashJoinStep(RowIterator apart, int[] shared, int[] added, MemoryBudget.Hold held) {
        this.apart = apart;
        this.shared = shared;
        this.added = added;
        this.held = held;
    }

    @Override
    public void open(int[] row) {
        if (!built) {
            while (apart.next()) {
                held.row();
                int[] kept = apart.row().clone();
                table.computeIfAbsent(key(kept), unseen -> new ArrayList<>(1)).add(kept);
            }
            built = true;
        }
        found = table.getOrDefault(key(row), List.of());
        at = 0;
    }

    @Override
    public boolean next(int[] row) {
        while (at < found.size()) {
            int[] other = found.get(at++);
            if (agrees(row, other)) {
                for (int slot : added) {
                    row[slot] = other[slot];
                }
                return true;
            }
        }
        return false;
    }

    private boolean agrees(int[] row, int[] other) {
        for (int slot : shared) {
            if (row[slot] != other[slot]) {
                return false;
            }
        }
        return true;
    }

    /** Hash key of the first two shared slots; the other slots are compared. */
    private long key(int[] row) {
        long first = row[shared[0]];
        return shared.length == 1 ? first : (first << 32) | row[shared[1]];
    }
}
