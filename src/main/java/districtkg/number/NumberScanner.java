package districtkg.number;

import districtkg.number.PrintedNumber.Form;
import districtkg.text.CharacterForms;
import districtkg.text.Span;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the number that begins at a position: signs, fractions and percentages around what {@link
 * NumberParser} reads. Considers units only to distinguish the 千 of 千克 from a scale word.
 */
public final class NumberScanner {
    private static final int LONGEST_FRACTION = 4;

    private final char[] text;
    private final UnitWords units;

    /**
     * A scanner of one text.
     *
     * @param text in plain characters, as {@link CharacterForms#of} gives them
     * @param units the units that may begin with a scale word, such as 千克
     */
    public NumberScanner(char[] text, UnitWords units) {
        this.text = text;
        this.units = units;
    }

    /**
     * The number at a position; null where none begins there.
     *
     * @param end where the text to look at ends
     */
    public @Nullable PrintedNumber at(int start, int end) {
        char first = start < end ? text[start] : 0;
        if (first == '负' || first == '-') {
            return signed(start, end);
        }
        PrintedNumber number = unsigned(start, end);
        return number == null ? null : fraction(number, end);
    }

    private @Nullable PrintedNumber signed(int start, int end) {
        boolean dash = text[start] == '-';
        if (start > 0 && (dash ? !maySign(text[start - 1]) : endsAWord(text[start - 1]))) {
            return null;
        }
        int from = dash ? start + 1 : skipBlanks(start + 1, end);
        if (from >= end || text[from] == '负' || text[from] == '-') {
            return null;
        }
        PrintedNumber number = unsigned(from, end);
        if (number == null || (dash && !isArabic(text[from]))) {
            return null;
        }
        PrintedNumber whole = fraction(number, end);
        return new PrintedNumber(
                new Span(start, whole.span().end()),
                whole.ends().negated(),
                whole.scale(),
                whole.form(),
                whole.more(),
                whole.about(),
                whole.ambiguity());
    }

    /** Whether 负 belongs to a word with the character before it: 减负, 税负. */
    private static boolean endsAWord(char before) {
        return CharacterForms.isHan(before) && "为是长降低速幅达至到率和与之".indexOf(before) < 0;
    }

    /** Whether a minus sign may follow the character. */
    private static boolean maySign(char before) {
        return !CharacterForms.isDigit(before)
                && !CharacterForms.isLetter(before)
                && "-—–)]%‰±+*/.".indexOf(before) < 0;
    }

    private static boolean isArabic(char one) {
        return CharacterForms.isDigit(one) || one == '.';
    }

    private @Nullable PrintedNumber unsigned(int start, int end) {
        return new NumberParser(text, units, end).read(start);
    }

    /** The number with the words after it that make it a fraction or a percentage. */
    private PrintedNumber fraction(PrintedNumber number, int end) {
        int at = number.span().end();
        int parts = parts(at, end);
        if (parts > 0) {
            PrintedNumber numerator = at(skipBlanks(parts, end), end);
            return numerator == null || !isCount(numerator) ? number : parts(number, numerator);
        }
        int and = skipBlanks(at, end);
        if (and < end && text[and] == '又') {
            PrintedNumber rest = at(skipBlanks(and + 1, end), end);
            return rest != null && rest.form() == Form.FRACTION ? sum(number, rest) : number;
        }
        return number.form() == Form.DIGITS && number.scale().isEmpty()
                ? slash(number, end)
                : number;
    }

    private static boolean isCount(PrintedNumber number) {
        return number.form() != Form.FRACTION && number.form() != Form.PER_CENT;
    }

    /** Past 分之; 0 where it does not follow. */
    private int parts(int start, int end) {
        int at = skipBlanks(start, end);
        if (at >= end || text[at] != '分') {
            return 0;
        }
        at = skipBlanks(at + 1, end);
        return at < end && text[at] == '之' ? at + 1 : 0;
    }

    private static PrintedNumber parts(PrintedNumber denominator, PrintedNumber numerator) {
        BigDecimal of = denominator.value().low();
        boolean perCent = denominator.form() == Form.SCALE;
        NumberRange value = numerator.value();
        NumberRange quotient =
                perCent
                        ? value.times(new BigDecimal(100).divide(of))
                        : new NumberRange(
                                PrintedNumber.quotient(value.low(), of),
                                PrintedNumber.quotient(value.high(), of));
        int start = perCent ? numerator.span().start() : denominator.span().start();
        return new PrintedNumber(
                new Span(start, numerator.span().end()),
                quotient,
                "",
                perCent ? Form.PER_CENT : Form.FRACTION,
                numerator.more(),
                numerator.about(),
                Ambiguity.NONE);
    }

    private static PrintedNumber sum(PrintedNumber whole, PrintedNumber part) {
        return new PrintedNumber(
                new Span(whole.span().start(), part.span().end()),
                whole.value().plus(part.ends()),
                "",
                Form.FRACTION,
                false,
                false,
                Ambiguity.NONE);
    }

    /** 2/3 and 1 2/3; 2021/3/4 and 2/35 stay as they are. */
    private PrintedNumber slash(PrintedNumber number, int end) {
        int start = number.span().start();
        int at = number.span().end();
        if (at < end && text[at] == ' ' && at + 1 < end && CharacterForms.isDigit(text[at + 1])) {
            PrintedNumber rest = unsigned(at + 1, end);
            PrintedNumber part = rest == null ? null : quotient(rest, end);
            return part == null ? number : sum(number, part);
        }
        boolean free = start == 0 || "/.×*".indexOf(text[start - 1]) < 0;
        PrintedNumber part = free ? quotient(number, end) : null;
        return part == null ? number : part;
    }

    private @Nullable PrintedNumber quotient(PrintedNumber numerator, int end) {
        int slash = numerator.span().end();
        if (slash + 1 >= end || text[slash] != '/' || !CharacterForms.isDigit(text[slash + 1])) {
            return null;
        }
        PrintedNumber denominator = unsigned(slash + 1, end);
        if (denominator == null || !denominator.scale().isEmpty()) {
            return null;
        }
        int after = denominator.span().end();
        BigDecimal of = denominator.ends().low();
        boolean whole =
                of.signum() > 0
                        && of.stripTrailingZeros().scale() <= 0
                        && after - slash < LONGEST_FRACTION
                        && (after >= end
                                || (text[after] != '/' && !CharacterForms.isLetter(text[after])));
        return whole
                ? new PrintedNumber(
                        new Span(numerator.span().start(), after),
                        NumberRange.of(PrintedNumber.quotient(numerator.ends().low(), of)),
                        "",
                        Form.FRACTION,
                        false,
                        false,
                        Ambiguity.NONE)
                : null;
    }

    private int skipBlanks(int start, int end) {
        return Math.min(end, UnitWords.skipBlanks(text, start));
    }
}
