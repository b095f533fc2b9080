package districtkg.index;

import java.util.Arrays;

/**
 * Triples sorted by one of their places, then by the two others. The first place is an index into
 * pairs of the two others, {@code second << 32 | third}.
 */
public final class TripleIndex {
    /** An index has a place for each number while there are not many more numbers than triples. */
    private static final int SPARSE = 4;

    /** The numbers at the first place, ascending; empty where the index has a place for each. */
    private final int[] firsts;

    private final int[] starts;
    private final long[] pairs;

    private TripleIndex(int[] firsts, int[] starts, long[] pairs) {
        this.firsts = firsts;
        this.starts = starts;
        this.pairs = pairs;
    }

    /**
     * Sorts triples, and drops those that are there twice.
     *
     * @param first the numbers at the first place, one for each triple
     * @param second those at the second
     * @param third those at the third
     * @param from the first of them
     * @param to after the last of them
     */
    static TripleIndex of(int[] first, int[] second, int[] third, int from, int to) {
        int highest = -1;
        for (int at = from; at < to; at++) {
            highest = Math.max(highest, first[at]);
        }
        boolean sparse = (long) (to - from) * SPARSE < highest;
        int[] firsts = sparse ? distinct(first, from, to) : new int[0];
        int[] starts = new int[(sparse ? firsts.length : highest + 1) + 1];
        for (int at = from; at < to; at++) {
            starts[place(firsts, first[at]) + 1]++;
        }
        for (int at = 1; at < starts.length; at++) {
            starts[at] += starts[at - 1];
        }
        long[] pairs = new long[to - from];
        int[] next = starts.clone();
        for (int at = from; at < to; at++) {
            pairs[next[place(firsts, first[at])]++] = pair(second[at], third[at]);
        }
        return new TripleIndex(firsts, starts, sorted(starts, pairs));
    }

    private static int[] distinct(int[] numbers, int from, int to) {
        int[] sorted = Arrays.copyOfRange(numbers, from, to);
        Arrays.sort(sorted);
        int kept = 0;
        for (int at = 0; at < sorted.length; at++) {
            if (at == 0 || sorted[at] != sorted[at - 1]) {
                sorted[kept++] = sorted[at];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    private static int place(int[] firsts, int first) {
        return firsts.length == 0 ? first : Arrays.binarySearch(firsts, first);
    }

    /** Sorts the pairs of each place and drops doubles; moves the starts with them. */
    private static long[] sorted(int[] starts, long[] pairs) {
        int kept = 0;
        for (int place = 0; place + 1 < starts.length; place++) {
            int from = starts[place];
            int to = starts[place + 1];
            Arrays.sort(pairs, from, to);
            starts[place] = kept;
            for (int at = from; at < to; at++) {
                if (at == from || pairs[at] != pairs[at - 1]) {
                    pairs[kept++] = pairs[at];
                }
            }
        }
        starts[starts.length - 1] = kept;
        return kept == pairs.length ? pairs : Arrays.copyOf(pairs, kept);
    }

    int size() {
        return pairs.length;
    }

    /** How many places the index has, some of them perhaps without a triple. */
    public int places() {
        return starts.length - 1;
    }

    /** The number at the first place of all triples at a place of the index. */
    int first(int place) {
        return firsts.length == 0 ? place : firsts[place];
    }

    /** Where in the pairs a place of the index begins; it ends where the next begins. */
    int start(int place) {
        return starts[place];
    }

    /** Where the triples with a number at the first place begin. */
    public int from(int first) {
        int place = place(first);
        return place < 0 ? 0 : starts[place];
    }

    /** Where they end. */
    public int to(int first) {
        int place = place(first);
        return place < 0 ? 0 : starts[place + 1];
    }

    private int place(int first) {
        int place = place(firsts, first);
        return place < starts.length - 1 ? place : -1;
    }

    /** The first triple between two places whose second number is not less than the one given. */
    public int firstFrom(int from, int to, int second) {
        return search(from, to, (long) second << 32);
    }

    /** The first whose second and third number are not before those given. */
    public int firstFrom(int from, int to, int second, int third) {
        return search(from, to, pair(second, third));
    }

    /** Whether a triple with a first number is there, by its two others. */
    boolean holds(int first, int second, int third) {
        long pair = pair(second, third);
        int to = to(first);
        int at = search(from(first), to, pair);
        return at < to && pairs[at] == pair;
    }

    public int second(int at) {
        return (int) (pairs[at] >>> 32);
    }

    public int third(int at) {
        return (int) pairs[at];
    }

    private int search(int from, int to, long pair) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[middle] < pair) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long pair(int second, int third) {
        return ((long) second << 32) | third;
    }
}
