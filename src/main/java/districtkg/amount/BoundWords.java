package districtkg.amount;

import districtkg.lexicon.Lexicon;
import districtkg.lexicon.Lexicon.Row;
import districtkg.number.UnitWords;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words of {@code bounds.tsv} before and after a number. */
final class BoundWords {
    private static final String NOT = "(?:不|未|没有|没)(?:得|能|会|应|可|宜|允许|要|再|应当|可以|能够|准)?";
    private static final String TO = "(?:了|达到|达|到|至|为|是|有|在|：|:)?\\s?";
    private static final int LONGEST_BEFORE = 16;
    private static final int LONGEST_AFTER = 6;

    private static final List<Word> BEFORE = words("before");
    private static final List<Word> AFTER = words("after");

    /**
     * Every character that occurs in a word before a number; text without any of them is not
     * searched.
     */
    private static final String SIGNS_BEFORE = "于少起过等≥=≤多破超逾越足到满达约概致近莫计";

    private static final String SIGNS_AFTER = "及或以余多起之封左上许开出有";

    private record Word(Bound bound, Pattern pattern, String unless) {}

    /**
     * A bound word in a text.
     *
     * @param start where it begins
     * @param end where it ends
     */
    record Found(Bound bound, int start, int end) {}

    private BoundWords() {}

    private static List<Word> words(String where) {
        return Lexicon.beside(BoundWords.class, "bounds.tsv").rows().stream()
                .filter(row -> row.get("where").equals(where))
                .map(row -> word(row, where.equals("before")))
                .toList();
    }

    private static Word word(Row row, boolean before) {
        String pattern = row.get("pattern").replace("{not}", NOT).replace("{to}", TO);
        return new Word(
                Bound.named(row.get("bound")),
                Pattern.compile(before ? "(?:" + pattern + ")$" : "^(?:" + pattern + ")"),
                row.get("unless"));
    }

    /** The bound word that ends at a position. */
    static Optional<Found> before(char[] text, int position) {
        int from = Math.max(0, position - LONGEST_BEFORE);
        if (!holds(text, from, position, SIGNS_BEFORE)) {
            return Optional.empty();
        }
        String window = new String(text, from, position - from);
        for (Word word : BEFORE) {
            Matcher found = word.pattern.matcher(window);
            if (found.find() && found.end() > found.start() && !excluded(window, found, word)) {
                return Optional.of(new Found(word.bound, from + found.start(), position));
            }
        }
        return Optional.empty();
    }

    private static boolean excluded(String window, Matcher found, Word word) {
        return found.start() > 0 && word.unless.indexOf(window.charAt(found.start() - 1)) >= 0;
    }

    /** The bound word that begins at a position, after blanks. */
    static Optional<Found> after(char[] text, int position) {
        int start = UnitWords.skipBlanks(text, position);
        int end = Math.min(text.length, start + LONGEST_AFTER);
        if (!UnitWords.isLine(text, position, start)
                || start >= end
                || SIGNS_AFTER.indexOf(text[start]) < 0) {
            return Optional.empty();
        }
        String window = new String(text, start, end - start);
        for (Word word : AFTER) {
            Matcher found = word.pattern.matcher(window);
            if (found.find()) {
                return Optional.of(new Found(word.bound, start, start + found.end()));
            }
        }
        return Optional.empty();
    }

    private static boolean holds(char[] text, int start, int end, String signs) {
        for (int at = start; at < end; at++) {
            if (signs.indexOf(text[at]) >= 0) {
                return true;
            }
        }
        return false;
    }
}
