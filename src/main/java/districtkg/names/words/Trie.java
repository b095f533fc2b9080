package districtkg.names.words;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trie of words, to find the longest one that starts or ends at a position. */
final class Trie {
    private final Map<Character, Trie> next = new HashMap<>();
    private final BitSet first = new BitSet();
    private boolean ends;

    void add(CharSequence word) {
        first.set(word.charAt(0));
        Trie node = this;
        for (int at = 0; at < word.length(); at++) {
            node = node.next.computeIfAbsent(word.charAt(at), one -> new Trie());
        }
        node.ends = true;
    }

    /** The length of the longest word that begins at {@code start}; 0 if none does. */
    int begins(CharSequence text, int start, int end) {
        if (start >= end || !first.get(text.charAt(start))) {
            return 0;
        }
        int longest = 0;
        @Nullable Trie node = this;
        for (int at = start; at < end; at++) {
            node = node.next.get(text.charAt(at));
            if (node == null) {
                break;
            }
            if (node.ends) {
                longest = at + 1 - start;
            }
        }
        return longest;
    }

    /** The length of the longest reversed word that ends before {@code end}; 0 if none does. */
    int ends(CharSequence text, int start, int end) {
        if (start >= end || !first.get(text.charAt(end - 1))) {
            return 0;
        }
        int longest = 0;
        @Nullable Trie node = this;
        for (int at = end - 1; at >= start; at--) {
            node = node.next.get(text.charAt(at));
            if (node == null) {
                break;
            }
            if (node.ends) {
                longest = end - at;
            }
        }
        return longest;
    }

    /** Marks where words that begin at {@code start} end. */
    void mark(CharSequence text, int start, boolean[] reached) {
        @Nullable Trie node = this;
        for (int at = start; at < text.length(); at++) {
            node = node.next.get(text.charAt(at));
            if (node == null) {
                return;
            }
            reached[at + 1] |= node.ends;
        }
    }
}
