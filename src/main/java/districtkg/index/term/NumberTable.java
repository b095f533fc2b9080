package districtkg.index.term;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** A hash table of numbers with open addressing. What they stand for is known to its user. */
public final class NumberTable {
    /** Stands for no number. */
    public static final int NONE = -1;

    private final int[] table;
    private int size;

    /** Creates a table with room for so many numbers. */
    public NumberTable(int capacity) {
        table = new int[Math.addExact(capacity, capacity / 2) + 8];
        Arrays.fill(table, NONE);
    }

    private NumberTable(int[] table, int size) {
        this.table = table;
        this.size = size;
    }

    /** A table with room for so many numbers, with all numbers below a limit. */
    public static NumberTable of(int capacity, int limit, IntUnaryOperator hash) {
        NumberTable table = new NumberTable(capacity);
        for (int number = 0; number < limit; number++) {
            table.add(hash.applyAsInt(number), number);
        }
        return table;
    }

    /** Whether another number would fill more than two thirds of the table. */
    public boolean full() {
        return (size + 1) * 3L > table.length * 2L;
    }

    /**
     * The number with a hash that is the same as what is looked for; {@link #NONE} if there is
     * none.
     */
    public int find(int hash, IntPredicate same) {
        int place = start(hash);
        while (table[place] != NONE && !same.test(table[place])) {
            place = place + 1 == table.length ? 0 : place + 1;
        }
        return table[place];
    }

    /** Adds a number that the table does not contain. */
    public void add(int hash, int number) {
        int place = start(hash);
        while (table[place] != NONE) {
            place = place + 1 == table.length ? 0 : place + 1;
        }
        table[place] = number;
        size++;
    }

    private int start(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (int) ((Integer.toUnsignedLong(mixed ^ (mixed >>> 15)) * table.length) >>> 32);
    }

    /** A table with the same numbers, which can grow to a size without changing this one. */
    Optional<NumberTable> copy(int capacity) {
        return capacity * 3L > table.length * 2L
                ? Optional.empty()
                : Optional.of(new NumberTable(table.clone(), size));
    }
}
