package districtkg.names.words;

import districtkg.lexicon.Lexicon;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words that introduce, end and follow names, read once from files that a curator extends. */
public final class NameWords {
    /**
     * An ending of names, such as 产业园; {@code proper} if things of this kind usually have a name.
     */
    public record Ending(String word, Kind kind, boolean proper) {}

    /** The word lists of the program. */
    public static final NameWords OWN = new NameWords();

    private final Map<String, Ending> endings = new HashMap<>();
    private final Map<String, Map<String, String>> words = new HashMap<>();
    private final Pairs common;
    private final Map<String, Trie> tries = new HashMap<>();
    private final Trie backwards = new Trie();
    private final Pattern heads;

    private NameWords() {
        for (Lexicon.Row row : table("endings.tsv")) {
            String word = row.get("ending");
            endings.put(
                    word,
                    new Ending(word, Kind.of(row.get("kind")), row.get("class").equals("proper")));
            backwards.add(new StringBuilder(word).reverse());
        }
        for (Lexicon.Row row : table("words.tsv")) {
            String role = row.get("role");
            words.computeIfAbsent(role, one -> new HashMap<>())
                    .put(row.get("word"), row.get("says"));
            tries.computeIfAbsent(role, one -> new Trie()).add(row.get("word"));
        }
        heads =
                Pattern.compile(
                        words("head").stream()
                                .sorted(Comparator.comparing(String::length).reversed())
                                .collect(Collectors.joining("|")));
        common =
                new Pairs(
                        table("pairs.tsv").stream()
                                .flatMapToInt(
                                        row ->
                                                row.get("seconds")
                                                        .chars()
                                                        .map(
                                                                second ->
                                                                        Pairs.pair(
                                                                                row.get("first")
                                                                                        .charAt(0),
                                                                                second)))
                                .toArray());
    }

    private static List<Lexicon.Row> table(String name) {
        return Lexicon.beside(NameWords.class, name).rows();
    }

    /**
     * The longest ending directly before {@code end} that starts at {@code start} or later; null if
     * there is none.
     */
    public @Nullable Ending ending(CharSequence text, int start, int end) {
        int length = backwards.ends(text, start, end);
        return length == 0 ? null : endings.get(text.subSequence(end - length, end).toString());
    }

    /** Whether an ending that begins at {@code start} or later stands before {@code end}. */
    public boolean ending(CharSequence text, int start, int end, boolean proper) {
        Ending ending = ending(text, start, end);
        return ending != null && ending.proper() == proper;
    }

    /** The ending that is this word; null if no name ends so. */
    public @Nullable Ending ending(String word) {
        return endings.get(word);
    }

    /** The road, park or other thing that a longer name begins with: 禾泽路 of 禾泽路绿化工程. */
    public Optional<String> base(String name) {
        for (int at = 3; at < name.length() - 1; at++) {
            Ending ending = ending(name, 1, at);
            if (ending != null
                    && ending.kind() == Kind.FACILITY
                    && rarePairs(name, 0, at) > 0
                    && !is("compound", name.substring(at - 2, at))) {
                return Optional.of(name.substring(0, at));
            }
        }
        return Optional.empty();
    }

    /** Whether words end like names, and are more than common nouns. */
    public boolean isName(String words) {
        Ending ending = ending(words, 2, words.length());
        return ending != null
                && ending.proper()
                && !is("no", words)
                && !isMadeOf(
                        "generic", words.substring(0, words.length() - ending.word().length()));
    }

    /** Every ending, in no order. */
    Collection<Ending> endings() {
        return endings.values();
    }

    /** The length of the longest word of this role that begins here; 0 if none does. */
    public int begins(String role, CharSequence text, int start, int end) {
        return Objects.requireNonNull(tries.get(role)).begins(text, start, end);
    }

    /** Whether words consist only of words of this role. */
    public boolean isMadeOf(String role, String words) {
        Trie trie = Objects.requireNonNull(tries.get(role));
        boolean[] reached = new boolean[words.length() + 1];
        reached[0] = true;
        for (int at = 0; at < words.length(); at++) {
            if (reached[at]) {
                trie.mark(words, at, reached);
            }
        }
        return reached[words.length()];
    }

    /** Whether a word is listed with a role. */
    public boolean is(String role, String word) {
        return words.getOrDefault(role, Map.of()).containsKey(word);
    }

    /** The words listed with a role. */
    public Set<String> words(String role) {
        return words.getOrDefault(role, Map.of()).keySet();
    }

    /** The status of the object of a verb; empty if the verb states none. */
    public Optional<Status> status(String verb) {
        return Status.of(words.getOrDefault("verb", Map.of()).getOrDefault(verb, ""));
    }

    /** The nouns that close a list of names: 项目 in "A、B等3个项目". */
    public Pattern heads() {
        return heads;
    }

    /** The kind of the members of a list that this noun closes. */
    public @Nullable Kind headKind(String noun) {
        return Kind.of(words.getOrDefault("head", Map.of()).getOrDefault(noun, "project"));
    }

    /** The number of pairs of adjacent characters that are rare in reports. */
    public int rarePairs(CharSequence text, int start, int end) {
        int rare = 0;
        for (int at = start; at + 1 < end; at++) {
            char first = text.charAt(at);
            char second = text.charAt(at + 1);
            if (isHan(first) && isHan(second) && !common.hold(first, second)) {
                rare++;
            }
        }
        return rare;
    }

    static boolean isHan(char one) {
        return one >= '\u4e00' && one <= '\u9fff';
    }
}
