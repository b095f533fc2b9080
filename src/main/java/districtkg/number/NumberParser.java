package districtkg.number;

import districtkg.number.PrintedNumber.Form;
import districtkg.text.CharacterForms;
import districtkg.text.Span;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses one unsigned number in digits, in Chinese numerals or in both: 3.5亿, 1,200, 二十余万, 两千三百五,
 * 二〇二三, 5万4千. Reads one element at a time: a digit, a scale word, 零 or 余. For one number; not
 * thread-safe.
 */
final class NumberParser {
    private static final String MORE = "余多几来";
    private static final int DIGITS_OF_A_MYRIAD = 4;

    private final char[] text;
    private final UnitWords units;
    private final int end;
    private final DigitReader digits;
    private final NumeralCharacters numerals;
    private final ScaleSum sum = new ScaleSum();

    private int start;
    private int at;

    /** Where the scale words that end the number begin; -1 where none do. */
    private int scaleStart = -1;

    private NumberRange beforeScale = NumberRange.ZERO;

    /** Whether only scale words were read since the digits. */
    private boolean plainScale = true;

    private boolean arabic;
    private boolean words;
    private boolean scaleOnly;
    private boolean more;
    private boolean about;

    NumberParser(char[] text, UnitWords units, int end) {
        this.text = text;
        this.units = units;
        this.end = end;
        this.digits = new DigitReader(text, end);
        this.numerals = new NumeralCharacters(text, end);
    }

    /** The number that starts at a position; null if there is none. */
    @Nullable PrintedNumber read(int from) {
        start = from;
        at = from;
        if (digits.begins(at)) {
            DigitReader.Digits first = digits.read(at);
            if (first == null) {
                return null;
            }
            arabic(first.value(), first.end());
        } else if (!numerals.begins(at, /* first= */ true)) {
            return null;
        } else {
            PrintedNumber positional = numerals.positional(start);
            if (positional != null) {
                return positional;
            }
        }
        boolean going = true;
        while (going) {
            going = step();
        }
        return at == start ? null : finished();
    }

    private boolean isFirst() {
        return at == start;
    }

    /** Reads one element; false where the number ends. */
    private boolean step() {
        int next = isFirst() ? at : UnitWords.skipBlanks(text, at);
        if (next >= end) {
            return false;
        }
        boolean gap = next > at;
        if (gap && !sum.hasDigits() && !UnitWords.isLine(text, at, next)) {
            return false;
        }
        char one = CharacterForms.unformal(text[next]);
        if (one == '零') {
            return zero(next);
        }
        if (isFirst() && NumeralCharacters.isTwentyOrThirty(one)) {
            return tens(next);
        }
        if (one == '点') {
            return !isFirst() && decimals(next);
        }
        if (sum.digit() == null && CharacterForms.isDigit(one)) {
            return !isFirst() && digitsAfterScale(next);
        }
        if (numerals.isDigit(next, isFirst())) {
            return digitWord(next, gap);
        }
        if (MORE.indexOf(one) >= 0) {
            return andMore(next);
        }
        return scale(next);
    }

    private void arabic(BigDecimal value, int past) {
        sum.digits(NumberRange.of(value));
        arabic = true;
        at = past;
    }

    private void goOn(int past) {
        plainScale = false;
        at = past;
    }

    /** 廿 is twenty, 卅 thirty. */
    private boolean tens(int next) {
        sum.tens(NumberRange.of(text[next] == '廿' ? 20 : 30));
        words = true;
        goOn(next + 1);
        return true;
    }

    private boolean zero(int next) {
        int after = UnitWords.skipBlanks(text, next + 1);
        if (isFirst()) {
            at = next + 1;
            words = true;
            sum.word(NumberRange.ZERO);
            return after < end && (text[after] == '点' || text[after] == '十');
        }
        if (sum.digit() != null || sum.lastScale() < 100 || after >= end) {
            return false;
        }
        if (!numerals.isDigit(after, /* first= */ false)
                && text[after] != '十'
                && text[after] != '拾'
                && !(text[after] == '几' && isBigScale(after + 1))
                && !CharacterForms.isDigit(text[after])) {
            return false;
        }
        sum.zero();
        goOn(next + 1);
        return true;
    }

    /** 点 and the digits after it, in words. */
    private boolean decimals(int next) {
        int from = UnitWords.skipBlanks(text, next + 1);
        if (from >= end || NumeralCharacters.digit(text[from]) < 0 || arabic || more || about) {
            return false;
        }
        StringBuilder decimals = new StringBuilder();
        int last = from;
        while (from < end && NumeralCharacters.digit(text[from]) >= 0) {
            decimals.append(NumeralCharacters.digit(text[from]));
            last = from + 1;
            from = last < end && text[last] == ' ' ? UnitWords.skipBlanks(text, last) : last;
        }
        sum.restart(sum.value().plus(NumberRange.of(new BigDecimal("0." + decimals))));
        words = true;
        goOn(last);
        int after = UnitWords.skipBlanks(text, at);
        return after < end && isBigScale(after);
    }

    /** Digits after a scale: the 4 of 5万4千, the 4000 of 3万4000, the 20 of 1千零20. */
    private boolean digitsAfterScale(int next) {
        int last = digits.digits(next);
        int length = last - next;
        int after = UnitWords.skipBlanks(text, last);
        boolean scaled =
                after < end
                        && Scales.power(text[after]) > 0
                        && (Scales.power(text[after]) < sum.lastScale() || sum.hasZero())
                        && !units.takesScale(text, after);
        boolean myriad =
                sum.lastScale() == ScaleSum.MYRIAD && length == DIGITS_OF_A_MYRIAD && next == at;
        boolean ends = last >= end || (text[last] != '.' && text[last] != '年' && text[last] != ',');
        if (sum.lastScale() == 1
                || !ends
                || !(scaled || myriad || sum.hasZero())
                || length > DIGITS_OF_A_MYRIAD) {
            return false;
        }
        arabic(new BigDecimal(text, next, length), last);
        plainScale = false;
        return true;
    }

    private boolean digitWord(int next, boolean gap) {
        if (sum.digit() != null) {
            return estimate(next, gap);
        }
        int after = UnitWords.skipBlanks(text, next + 1);
        boolean scaled = after < end && isScale(after);
        boolean two = text[next] == '两';
        if (!isFirst() && !scaled && (two || arabic || (gap && !mayEnd(after)))) {
            return false;
        }
        sum.word(NumberRange.of(NumeralCharacters.digitOrPair(text[next])));
        words = true;
        goOn(next + 1);
        return true;
    }

    /** Whether a last digit may stand after a blank: 六十 五 is one number, 六千 五家 may be two. */
    private boolean mayEnd(int after) {
        return sum.lastScale() == 10
                || sum.lastScale() == 100
                || sum.hasZero()
                || (after < end && text[after] == '点');
    }

    /** 两三 of 两三百: two digits in a row are the ends of an estimate. */
    private boolean estimate(int next, boolean gap) {
        NumberRange first = sum.digit();
        if (first == null || gap || !sum.hasWord() || about) {
            return false;
        }
        int low = first.low().intValue();
        int high = NumeralCharacters.digitOrPair(text[next]);
        boolean follows = high == low + 1 || (low == 3 && high == 5 && sum.lastScale() == 1);
        if (!follows || low == 0) {
            return false;
        }
        sum.word(new NumberRange(BigDecimal.valueOf(low), BigDecimal.valueOf(high)));
        about = true;
        goOn(next + 1);
        return true;
    }

    /** 余, 多, 几 or 来 before a scale: 20余万. */
    private boolean andMore(int next) {
        int after = UnitWords.skipBlanks(text, next + 1);
        if (isFirst()
                || about
                || sum.hasWord()
                || after >= end
                || Scales.power(text[after]) < 100
                || units.takesScale(text, after)) {
            return false;
        }
        sum.restart(sum.value());
        more = true;
        plainScale = true;
        scaleStart = -1;
        at = after;
        return true;
    }

    private boolean scale(int next) {
        long power = Scales.power(CharacterForms.unformal(text[next]));
        if (power == 0 || !isScale(next)) {
            return false;
        }
        boolean first = isFirst();
        if (first
                && NumeralCharacters.isAmbiguous(text[next])
                && !numerals.begins(next + 1, first)) {
            return false;
        }
        NumberRange before = sum.value();
        if (!sum.scale(power, first)) {
            return false;
        }
        if (scaleStart < 0) {
            beforeScale = before;
        }
        if (first) {
            words = true;
            scaleOnly = power != 10;
        } else if (scaleStart < 0 && plainScale) {
            scaleStart = next;
        }
        at = next + 1;
        return true;
    }

    /** Whether a scale word that belongs to the number, not to a unit, stands at a position. */
    private boolean isScale(int position) {
        char word = CharacterForms.unformal(text[position]);
        long power = Scales.power(word);
        if (power == 0) {
            return false;
        }
        if (power < 100 || word != text[position]) {
            return true;
        }
        if (power == 1_000_000_000_000L) {
            return !isFirst()
                    && numerals.begins(position + 1, /* first= */ false)
                    && !units.takesScale(text, position);
        }
        boolean ofFraction = !isFirst() && power < ScaleSum.MYRIAD && isPoints(position + 1);
        return !(power < ScaleSum.MYRIAD && units.takesScale(text, position)) && !ofFraction;
    }

    /** Whether 分点, of 百分点, follows; 分之 ends a denominator and leaves the scale. */
    private boolean isPoints(int position) {
        int from = UnitWords.skipBlanks(text, position);
        int point = from < end && text[from] == '分' ? UnitWords.skipBlanks(text, from + 1) : end;
        return point < end && text[point] == '点';
    }

    private boolean isBigScale(int position) {
        return position < end && Scales.power(text[position]) >= ScaleSum.MYRIAD;
    }

    private PrintedNumber finished() {
        Form form =
                scaleOnly && onlyScales()
                        ? Form.SCALE
                        : words && !arabic ? Form.WORDS : Form.DIGITS;
        Optional<String> scale = splitScale(form);
        return new PrintedNumber(
                new Span(start, at),
                scale.isPresent() ? beforeScale : sum.value(),
                scale.orElse(""),
                form,
                more,
                about,
                Ambiguity.NONE);
    }

    private boolean onlyScales() {
        for (int position = start; position < at; position++) {
            if (Scales.power(CharacterForms.unformal(text[position])) < 100) {
                return false;
            }
        }
        return true;
    }

    /** The scale words that end the number, after digits or 余. */
    private Optional<String> splitScale(Form form) {
        boolean splits = scaleStart >= 0 && plainScale && (form == Form.DIGITS || more);
        return splits
                ? Optional.of(new String(text, scaleStart, at - scaleStart).replaceAll("\\s", ""))
                : Optional.empty();
    }
}
