package districtkg.amount;

import districtkg.lexicon.Lexicon;
import districtkg.text.CharacterForms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The idioms of {@code idioms.tsv}, whose numerals count nothing: 统一, 四川, 十四五. */
final class Idioms {
    private static final String NUMERALS = "零一二两三四五六七八九十百千万亿余多几数点.";

    private static final Map<Character, List<Idiom>> BY_FIRST = byFirst();

    private record Idiom(String words, List<String> unless) {}

    private Idioms() {}

    private static Map<Character, List<Idiom>> byFirst() {
        Map<Character, List<Idiom>> words = new HashMap<>();
        Lexicon.beside(Idioms.class, "idioms.tsv")
                .rows()
                .forEach(
                        row ->
                                words.computeIfAbsent(
                                                row.get("words").charAt(0),
                                                first -> new ArrayList<>())
                                        .add(idiom(row.get("words"), row.get("unless"))));
        words.values()
                .forEach(
                        list ->
                                list.sort(
                                        Comparator.comparingInt(
                                                        (Idiom idiom) -> idiom.words.length())
                                                .reversed()));
        return words;
    }

    private static Idiom idiom(String words, String unless) {
        return new Idiom(words, unless.isEmpty() ? List.of() : List.of(unless.split("\\|", -1)));
    }

    /** The positions that belong to an idiom. */
    static BitSet in(char[] text) {
        BitSet covered = new BitSet(text.length);
        for (int at = 0; at < text.length; at++) {
            for (Idiom idiom : BY_FIRST.getOrDefault(text[at], List.of())) {
                if (stands(text, at, idiom)) {
                    covered.set(at, at + idiom.words.length());
                    break;
                }
            }
        }
        return covered;
    }

    private static boolean stands(char[] text, int start, Idiom idiom) {
        int end = start + idiom.words.length();
        return begins(text, start, idiom.words)
                && (start == 0 || !isNumeral(text[start - 1]))
                && idiom.unless.stream().noneMatch(next -> begins(text, end, next));
    }

    private static boolean isNumeral(char one) {
        return CharacterForms.isDigit(one) || NUMERALS.indexOf(one) >= 0;
    }

    private static boolean begins(char[] text, int start, String words) {
        if (start + words.length() > text.length) {
            return false;
        }
        for (int at = 0; at < words.length(); at++) {
            if (text[start + at] != words.charAt(at)) {
                return false;
            }
        }
        return true;
    }
}
