package districtkg.index;

import districtkg.index.file.SnapshotInput;
import districtkg.index.file.SnapshotOutput;
import java.io.IOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Triples sorted by one position, then by the two others. The first position is an index into an
 * array of pairs, {@code second << 32 | third}. The index of a part of the triples can use the
 * array of the whole. Immutable.
 */
public final class TripleIndex {
    /**
     * If there are at most this many times more numbers than triples, the index has an entry for
     * each number.
     */
    private static final int SPARSE = 4;

    private static final int[] ALL = {};

    /** The distinct first numbers, ascending; empty if the index has an entry for each number. */
    private final int[] firsts;

    private final int[] starts;
    private final long[] pairs;

    /** Which of the pairs belong to the index, ascending; empty if all do. */
    private final int[] positions;

    TripleIndex(int[] firsts, int[] starts, long[] pairs) {
        this(firsts, starts, pairs, ALL);
    }

    private TripleIndex(int[] firsts, int[] starts, long[] pairs, int[] positions) {
        this.firsts = firsts;
        this.starts = starts;
        this.pairs = pairs;
        this.positions = positions;
    }

    /**
     * Sorts triples and removes duplicates.
     *
     * @param first the first numbers, one per triple
     * @param second the second numbers
     * @param third the third numbers
     * @param from start of the range to sort
     * @param to end of the range, exclusive
     */
    static TripleIndex of(int[] first, int[] second, int[] third, int from, int to) {
        int highest = -1;
        for (int at = from; at < to; at++) {
            highest = Math.max(highest, first[at]);
        }
        boolean sparse = sparse(to - from, highest);
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

    /**
     * The triples of this index without some and with others, by merging. No term of this index may
     * change its order.
     *
     * @param renumbered maps the numbers of this index to those of the result; empty if none
     *     changes
     * @param removed triples of this index, in the numbers of the result
     * @param added triples that are not in this index, in the numbers of the result
     */
    TripleIndex merged(int[] renumbered, TripleIndex removed, TripleIndex added) {
        if (renumbered.length == 0 && removed.size() == 0 && added.size() == 0) {
            return this;
        }
        if (positions.length > 0) {
            return alone().merged(renumbered, removed, added);
        }
        TripleMerge merging = new TripleMerge(size() - removed.size() + added.size());
        int in = 0;
        for (int place = 0; place < places() || in < added.places(); ) {
            if (place < places() && starts[place] == starts[place + 1]) {
                place++;
                continue;
            }
            if (in < added.places() && added.starts[in] == added.starts[in + 1]) {
                in++;
                continue;
            }
            int own = place < places() ? number(renumbered, first(place)) : Integer.MAX_VALUE;
            int other = in < added.places() ? added.first(in) : Integer.MAX_VALUE;
            int first = Math.min(own, other);
            int from = own == first ? starts[place] : 0;
            int to = own == first ? starts[place + 1] : 0;
            merging.merge(
                    first, this, from, to, renumbered, removed.range(first), added.range(first));
            place += own == first ? 1 : 0;
            in += other == first ? 1 : 0;
        }
        return merging.index();
    }

    /**
     * The same index with its pairs in the array of a larger one, which takes half the space.
     *
     * @param whole contains all triples of this index
     */
    TripleIndex within(TripleIndex whole) {
        if (pairs == whole.pairs) {
            return this;
        }
        int[] found = new int[size()];
        for (int place = 0; place < places(); place++) {
            int in = starts[place] < starts[place + 1] ? whole.from(first(place)) : 0;
            for (int at = starts[place]; at < starts[place + 1]; at++) {
                while (whole.pairs[in] != pair(at)) {
                    in++;
                }
                found[at] = in;
            }
        }
        return found.length == 0 ? this : new TripleIndex(firsts, starts, whole.pairs, found);
    }

    /** The same index with an array of its own. */
    private TripleIndex alone() {
        return positions.length == 0
                ? this
                : new TripleIndex(
                        firsts, starts, IntStream.range(0, size()).mapToLong(this::pair).toArray());
    }

    /** Copies the pairs of a range of an index with an array of its own. */
    void copy(int from, int to, long[] target, int at) {
        System.arraycopy(pairs, from, target, at, to - from);
    }

    /** Whether an index of so many triples lists its first numbers. */
    static boolean sparse(int size, int highest) {
        return (long) size * SPARSE < highest;
    }

    private long pair(int at) {
        return pairs[positions.length == 0 ? at : positions[at]];
    }

    static int number(int[] renumbered, int number) {
        return renumbered.length == 0 ? number : renumbered[number];
    }

    /** The pairs with a first number. */
    private LongBuffer range(int first) {
        int from = from(first);
        int to = to(first);
        return positions.length == 0
                ? LongBuffer.wrap(pairs, from, to - from)
                : LongBuffer.wrap(IntStream.range(from, to).mapToLong(this::pair).toArray());
    }

    /** Receives the three numbers of a triple. */
    interface Visitor {
        void visit(int first, int second, int third);
    }

    /** Visits all triples in order. */
    void forEach(Visitor visitor) {
        for (int place = 0; place < places(); place++) {
            for (int at = starts[place]; at < starts[place + 1]; at++) {
                visitor.visit(first(place), second(at), third(at));
            }
        }
    }

    /**
     * The triples of another index that are not in this one, with their numbers changed.
     *
     * @param renumbered maps the numbers of both indexes to those of the result; empty if none
     *     changes
     */
    TripleIndex missing(TripleIndex other, int[] renumbered) {
        if (size() == 0 && renumbered.length == 0) {
            return other;
        }
        IntStream.Builder firsts = IntStream.builder();
        IntStream.Builder seconds = IntStream.builder();
        IntStream.Builder thirds = IntStream.builder();
        other.forEach(
                (first, second, third) -> {
                    if (!holds(first, second, third)) {
                        firsts.add(number(renumbered, first));
                        seconds.add(number(renumbered, second));
                        thirds.add(number(renumbered, third));
                    }
                });
        int[] first = firsts.build().toArray();
        return of(first, seconds.build().toArray(), thirds.build().toArray(), 0, first.length);
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

    /** Sorts the pairs of each entry and removes duplicates; adjusts the starts. */
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

    void write(SnapshotOutput out) throws IOException {
        out.numbers(firsts);
        out.numbers(starts);
        out.numbers(pairs);
    }

    static TripleIndex read(SnapshotInput in) throws IOException {
        return new TripleIndex(in.ints(), in.ints(), in.longs());
    }

    /** Writes an index whose pairs are in the array of another, without that array. */
    void writePositions(SnapshotOutput out) throws IOException {
        out.numbers(firsts);
        out.numbers(starts);
        out.numbers(positions);
    }

    /** Reads what {@link #writePositions} wrote. */
    static TripleIndex read(SnapshotInput in, TripleIndex whole) throws IOException {
        int[] firsts = in.ints();
        int[] starts = in.ints();
        int[] positions = in.ints();
        return positions.length == 0
                ? new TripleIndex(firsts, starts, new long[0])
                : new TripleIndex(firsts, starts, whole.pairs, positions);
    }

    int size() {
        return positions.length == 0 ? pairs.length : positions.length;
    }

    /** The number of entries of the index, some of which may be empty. */
    public int places() {
        return starts.length - 1;
    }

    /** The first number of an entry. */
    int first(int place) {
        return firsts.length == 0 ? place : firsts[place];
    }

    /** The start of an entry in the array of pairs; it ends where the next begins. */
    int start(int place) {
        return starts[place];
    }

    /** The start of the triples with a first number. */
    public int from(int first) {
        int place = place(first);
        return place < 0 ? 0 : starts[place];
    }

    /** The end of the triples with a first number, exclusive. */
    public int to(int first) {
        int place = place(first);
        return place < 0 ? 0 : starts[place + 1];
    }

    private int place(int first) {
        int place = place(firsts, first);
        return place < starts.length - 1 ? place : -1;
    }

    /** The first position in a range whose second number is at least the given one. */
    public int firstFrom(int from, int to, int second) {
        return search(from, to, (long) second << 32);
    }

    /** The first position in a range whose second and third numbers are at least the given ones. */
    public int firstFrom(int from, int to, int second, int third) {
        return search(from, to, pair(second, third));
    }

    /** Whether the index contains a triple. */
    boolean holds(int first, int second, int third) {
        long pair = pair(second, third);
        int to = to(first);
        int at = search(from(first), to, pair);
        return at < to && pair(at) == pair;
    }

    /** The second number of the pair at a position. */
    public int second(int at) {
        return (int) (pair(at) >>> 32);
    }

    /** The third number of the pair at a position. */
    public int third(int at) {
        return (int) pair(at);
    }

    private int search(int from, int to, long pair) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pair(middle) < pair) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static long pair(int second, int third) {
        return ((long) second << 32) | third;
    }
}
