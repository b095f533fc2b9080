package districtkg.number;

import districtkg.text.CharacterForms;
import districtkg.text.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the longest unit that stands at a position. Blanks may stand within a unit. Immutable. */
public final class UnitWords {
    private static final int LONGEST_GAP = 6;
    private static final int LOOK_AHEAD = 3;

    /** Units that begin with what else is a scale word: 千克, 百分点, 兆瓦. */
    private static final String SCALES = "百千兆";

    /** Those of the table alone. */
    public static final UnitWords TABLE = new UnitWords(List.of());

    private final Map<Character, List<Word>> byFirst = new HashMap<>();

    private record Word(String words, String glyphs, Optional<Pattern> not) {}

    /**
     * A unit in a text.
     *
     * @param words as the table has it
     * @param end where it ends
     */
    public record Found(String words, int end) {}

    /**
     * The units of the table, and others.
     *
     * @param more printed units besides those of the table; scale words before them are no part of
     *     them
     */
    public UnitWords(Collection<String> more) {
        for (Unit unit : Unit.ALL.values()) {
            add(
                    unit.printed(),
                    unit.not().isEmpty()
                            ? Optional.empty()
                            : Optional.of(Pattern.compile("^(?:" + unit.not() + ")")));
        }
        more.stream()
                .map(Unit::withoutScale)
                .filter(words -> !words.isEmpty() && !Unit.ALL.containsKey(words))
                .distinct()
                .forEach(words -> add(words, Optional.empty()));
        byFirst.values()
                .forEach(
                        words ->
                                words.sort(
                                        Comparator.comparingInt((Word word) -> word.glyphs.length())
                                                .reversed()));
    }

    private void add(String words, Optional<Pattern> not) {
        String glyphs = new String(CharacterForms.of(Text.of(words)));
        List<Word> alike = byFirst.computeIfAbsent(glyphs.charAt(0), first -> new ArrayList<>());
        if (alike.stream().noneMatch(word -> word.glyphs.equals(glyphs))) {
            alike.add(new Word(words, glyphs, not));
        }
    }

    /** The longest unit at a position, if one stands there. */
    public Optional<Found> at(char[] text, int start) {
        if (start >= text.length) {
            return Optional.empty();
        }
        for (Word word : byFirst.getOrDefault(text[start], List.of())) {
            int end = end(text, start, word.glyphs);
            if (end > 0 && !excluded(text, end, word)) {
                return Optional.of(new Found(word.words, end));
            }
        }
        return Optional.empty();
    }

    /** The unit at a position that begins with a scale word. */
    boolean takesScale(char[] text, int at) {
        return SCALES.indexOf(text[at]) >= 0 && at(text, at).isPresent();
    }

    private static boolean excluded(char[] text, int end, Word word) {
        int length = Math.min(LOOK_AHEAD, text.length - end);
        return word.not.isPresent()
                && length > 0
                && word.not.get().matcher(new String(text, end, length)).find();
    }

    private static int end(char[] text, int start, String glyphs) {
        int at = start;
        for (int next = 0; next < glyphs.length(); next++) {
            if (next > 0) {
                at = skipBlanks(text, at);
            }
            if (at >= text.length || text[at] != glyphs.charAt(next)) {
                return -1;
            }
            at++;
        }
        return at;
    }

    /** Whether no line ends between two positions. */
    public static boolean isLine(char[] text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (text[at] == '\n' || text[at] == '\r') {
                return false;
            }
        }
        return true;
    }

    /** Past a few blanks. */
    public static int skipBlanks(char[] text, int start) {
        int at = start;
        while (at < text.length && at - start < LONGEST_GAP && CharacterForms.isBlank(text[at])) {
            at++;
        }
        return at;
    }
}
