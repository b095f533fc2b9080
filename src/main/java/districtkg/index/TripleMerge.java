package districtkg.index;

import java.nio.LongBuffer;
import java.util.Arrays;

/** The merge of an index with triples to remove and to add, while it grows. */
final class TripleMerge {
    private final long[] pairs;
    private int[] firsts = new int[64];
    private int[] starts = new int[64];
    private int entries;
    private int size;

    TripleMerge(int size) {
        pairs = new long[size];
    }

    void merge(
            int first,
            TripleIndex base,
            int from,
            int to,
            int[] renumbered,
            LongBuffer removed,
            LongBuffer added) {
        int before = size;
        if (renumbered.length == 0 && !removed.hasRemaining() && !added.hasRemaining()) {
            base.copy(from, to, pairs, size);
            size += to - from;
        } else {
            for (int at = from; at < to; at++) {
                long pair =
                        TripleIndex.pair(
                                TripleIndex.number(renumbered, base.second(at)),
                                TripleIndex.number(renumbered, base.third(at)));
                while (added.hasRemaining() && added.get(added.position()) < pair) {
                    pairs[size++] = added.get();
                }
                if (removed.hasRemaining() && removed.get(removed.position()) == pair) {
                    removed.get();
                } else {
                    pairs[size++] = pair;
                }
            }
            while (added.hasRemaining()) {
                pairs[size++] = added.get();
            }
        }
        if (size > before) {
            if (entries == firsts.length) {
                firsts = Arrays.copyOf(firsts, entries * 2);
                starts = Arrays.copyOf(starts, entries * 2);
            }
            firsts[entries] = first;
            starts[entries++] = before;
        }
    }

    TripleIndex index() {
        int highest = entries == 0 ? -1 : firsts[entries - 1];
        if (TripleIndex.sparse(size, highest)) {
            int[] ends = Arrays.copyOf(starts, entries + 1);
            ends[entries] = size;
            return new TripleIndex(Arrays.copyOf(firsts, entries), ends, pairs);
        }
        int[] each = new int[highest + 2];
        int entry = 0;
        for (int number = 0; number <= highest; number++) {
            each[number] = entry < entries ? starts[entry] : size;
            entry += entry < entries && firsts[entry] == number ? 1 : 0;
        }
        each[highest + 1] = size;
        return new TripleIndex(new int[0], each, pairs);
    }
}
