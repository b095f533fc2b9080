package districtkg.names.words;

/** A set of pairs of characters. Immutable. */
final class Pairs {
    private final int[] slots;

    /** A set of these pairs, each as {@link #pair} states it. */
    Pairs(int[] pairs) {
        slots = new int[Integer.highestOneBit(Math.max(1, pairs.length)) << 2];
        for (int pair : pairs) {
            slots[slot(pair)] = pair;
        }
    }

    /** Two characters as one number; never 0 for two characters of a text. */
    static int pair(int first, int second) {
        return first << 16 | second;
    }

    boolean hold(int first, int second) {
        int pair = pair(first, second);
        return slots[slot(pair)] == pair;
    }

    /** Where a pair is, or would be. */
    private int slot(int pair) {
        int at = ((pair * 0x9E3779B1) >>> 7) & (slots.length - 1);
        while (slots[at] != 0 && slots[at] != pair) {
            at = (at + 1) & (slots.length - 1);
        }
        return at;
    }
}
