package districtkg.amount;

import districtkg.number.Ambiguity;
import districtkg.number.NumberRange;
import districtkg.number.NumberScanner;
import districtkg.number.PrintedNumber;
import districtkg.number.PrintedNumber.Form;
import districtkg.number.UnitWords;
import districtkg.text.CharacterForms;
import districtkg.text.Span;
import districtkg.text.Text;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text prepared for reading amounts: its normalized characters, and the positions at which no
 * number starts, because they belong to a name, an idiom or a web address. Immutable and
 * thread-safe.
 */
final class AmountText {
    private static final String FIRST_OF_NUMBER = "负-.零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟半廿卅";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Text printed;
    private final char[] text;
    private final UnitWords units;
    private final NumberScanner numbers;
    private final BitSet covered;

    /**
     * @param names parts of the text whose numerals belong to names or idioms
     */
    AmountText(Text printed, UnitWords units, Collection<Span> names) {
        this.printed = printed;
        this.text = CharacterForms.of(printed);
        this.units = units;
        this.numbers = new NumberScanner(text, units);
        this.covered = Idioms.in(text);
        coverAddresses();
        names.forEach(name -> covered.set(name.start(), Math.max(name.start(), name.end())));
    }

    private void coverAddresses() {
        for (int at = 0; at + 2 < text.length; at++) {
            if (text[at] == ':' && text[at + 1] == '/' && text[at + 2] == '/') {
                int end = at;
                while (end < text.length && text[end] > ' ' && text[end] < 0x80) {
                    end++;
                }
                covered.set(at, end);
                at = end;
            }
        }
    }

    /** The normalized characters, one per code point; the caller must not change them. */
    char[] characters() {
        return text;
    }

    int length() {
        return text.length;
    }

    /** Whether one of some characters stands at a position; false outside of the text. */
    boolean isOneOf(String characters, int at) {
        return at >= 0 && at < text.length && characters.indexOf(text[at]) >= 0;
    }

    boolean begins(int at, String words) {
        return at + words.length() <= text.length
                && new String(text, at, words.length()).equals(words);
    }

    int skipBlanks(int at) {
        return UnitWords.skipBlanks(text, at);
    }

    boolean isLine(int start, int end) {
        return UnitWords.isLine(text, start, end);
    }

    /** The longest unit at a position. */
    Optional<UnitWords.Found> unit(int at) {
        return units.at(text, at);
    }

    /**
     * Whether a full-width comma stands after a half-width character: it may divide two numbers.
     */
    boolean isWideComma(int at) {
        return text[at] == ',' && printed.point(at) != ',' && printed.point(at - 1) < 0x80;
    }

    /** The number that starts at a position; null if there is none. */
    @Nullable PrintedNumber number(int at) {
        if (at >= text.length) {
            return null;
        }
        boolean begins = CharacterForms.isDigit(text[at]) || FIRST_OF_NUMBER.indexOf(text[at]) >= 0;
        if (!begins || covered.get(at)) {
            return null;
        }
        int name = covered.nextSetBit(at);
        int end = name < 0 ? text.length : name;
        return text[at] == '半' ? half(at) : numbers.at(at, end);
    }

    /** 半 before a unit: 半成; 半年 and the like are dates and names. */
    private @Nullable PrintedNumber half(int at) {
        boolean counts = isOneOf("成折吨斤亩米升公", at + 1) && !isOneOf("一大过多上下前后对", at - 1);
        return counts
                ? new PrintedNumber(
                        new Span(at, at + 1),
                        NumberRange.of(HALF),
                        "",
                        Form.WORDS,
                        false,
                        false,
                        Ambiguity.NONE)
                : null;
    }
}
