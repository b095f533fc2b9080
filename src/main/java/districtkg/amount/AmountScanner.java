package districtkg.amount;

import districtkg.number.Ambiguity;
import districtkg.number.NumberRange;
import districtkg.number.PrintedNumber;
import districtkg.number.PrintedNumber.Form;
import districtkg.number.Scales;
import districtkg.number.UnitWords;
import districtkg.text.CharacterForms;
import districtkg.text.Span;
import districtkg.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads every amount of a text in one pass. At each number it first checks whether the number
 * counts anything ({@link NotCounted}), then reads the second number of a range ({@link
 * AmountRange}), the unit ({@link AmountUnit}) and the bound words ({@link AmountBound}). For one
 * text; not thread-safe.
 */
final class AmountScanner {
    private static final String PER_CENT = "%";
    private static final String SIGNED_UNITS = "%‰℃度摄";
    private static final String SIGN_AFTER = "为是长降低速幅达至到 ";

    private final AmountText text;
    private final Predicate<String> known;
    private final NotCounted notCounted;
    private final List<Numeral> found = new ArrayList<>();

    AmountScanner(Text printed, UnitWords units, Predicate<String> known, Collection<Span> names) {
        this.text = new AmountText(printed, units, names);
        this.known = known;
        this.notCounted = new NotCounted(text.characters());
    }

    /** All numbers, whether or not they count something. */
    static List<PrintedNumber> numbers(Text printed) {
        AmountText text = new AmountText(printed, UnitWords.TABLE, List.of());
        List<PrintedNumber> all = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            PrintedNumber number = text.number(at);
            if (number == null) {
                at++;
            } else {
                all.add(number);
                at = number.span().end();
            }
        }
        return all;
    }

    /** The amounts, in order. */
    List<Numeral> scan() {
        int at = 0;
        while (at < text.length()) {
            if (isCleared(at)) {
                found.add(zero(at));
                at++;
            } else {
                PrintedNumber number = text.number(at);
                at = number == null ? at + 1 : amount(number);
            }
        }
        return found;
    }

    /** Whether the 零 of 清零, which says 0, stands at a position. */
    private boolean isCleared(int at) {
        return text.isOneOf("零", at) && text.isOneOf("清", at - 1);
    }

    private static Numeral zero(int at) {
        Span span = new Span(at, at + 1);
        return new Numeral(
                span,
                span,
                new Span(at - 1, at + 1),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "",
                Bound.EXACTLY,
                true,
                Ambiguity.NONE);
    }

    /** Reads the amount that starts with a number, and returns the position after it. */
    private int amount(PrintedNumber first) {
        PrintedNumber number = signed(first);
        int skip = notCounted.past(number);
        if (skip > 0) {
            return skip;
        }
        AmountRange range = AmountRange.of(text, number);
        if (range.isPeriod(text, notCounted)) {
            return range.end();
        }
        AmountUnit unit = AmountUnit.of(text, range);
        int start = number.span().start();
        int from =
                unit.prefixed()
                        ? start - 1
                        : number.form() == Form.PER_CENT ? startOfPerCent(start) : start;
        AmountBound bound = AmountBound.of(text, notCounted, range, unit, from, unit.end());
        if (counts(range, unit, bound)) {
            found.add(numeral(range, unit, bound));
        }
        return bound.end();
    }

    /** A dash before a number is a minus sign only if the words or the unit require it. */
    private PrintedNumber signed(PrintedNumber number) {
        int start = number.span().start();
        if (!text.isOneOf("-", start)) {
            return number;
        }
        boolean sign =
                start == 0
                        || text.isOneOf(SIGN_AFTER, start - 1)
                        || text.isOneOf(SIGNED_UNITS, text.skipBlanks(number.span().end()));
        return sign
                ? number
                : new PrintedNumber(
                        new Span(start + 1, number.span().end()),
                        number.ends().negated(),
                        number.scale(),
                        number.form(),
                        number.more(),
                        number.about(),
                        Ambiguity.MINUS_OR_DASH);
    }

    /** Start of the 百分之 before a number. */
    private int startOfPerCent(int start) {
        char[] characters = text.characters();
        int at = start;
        while (at > 0
                && (text.isOneOf("分之 ", at - 1)
                        || Scales.power(CharacterForms.unformal(characters[at - 1])) > 0)) {
            at--;
        }
        while (text.isOneOf(" ", at)) {
            at++;
        }
        return at;
    }

    /**
     * Whether the amount counts something: scale words alone need a unit, or a word before them.
     */
    private boolean counts(AmountRange range, AmountUnit unit, AmountBound bound) {
        PrintedNumber first = range.first();
        int start = first.span().start();
        if (bound.namesClass()) {
            return false;
        }
        if (first.form() != Form.SCALE) {
            return true;
        }
        boolean continues = start > 0 && Scales.power(text.characters()[start - 1]) > 0;
        return !continues && (unit.unit() != null || bound.start() < start);
    }

    private Numeral numeral(AmountRange range, AmountUnit unit, AmountBound bound) {
        PrintedNumber upper = range.upper();
        BigDecimal times = Scales.times(upper.scale());
        NumberRange ends = upper.ends();
        BigDecimal low = range.low(times);
        BigDecimal high = ends.high();
        String words = unitWords(range, unit);
        String scaled = upper.scale() + words;
        boolean keep =
                !upper.scale().isEmpty()
                        && !words.isEmpty()
                        && unit.part().signum() == 0
                        && known.test(scaled);
        if (!keep) {
            low = low.multiply(times).add(unit.part());
            high = high.multiply(times).add(unit.part());
        }
        if ("折".equals(words) && isTenfold(high)) {
            low = low.movePointLeft(1);
            high = high.movePointLeft(1);
        }
        int start = range.first().span().start();
        return new Numeral(
                new Span(start, range.end()),
                new Span(start, unit.end()),
                new Span(bound.start(), bound.end()),
                low,
                high,
                keep ? scaled : words,
                bound.bound(),
                false,
                ambiguity(range, unit, bound, low.compareTo(high) > 0));
    }

    /** 75折 is 7.5折. */
    private static boolean isTenfold(BigDecimal value) {
        return value.compareTo(BigDecimal.TEN) > 0;
    }

    private static String unitWords(AmountRange range, AmountUnit unit) {
        if (range.first().form() == Form.PER_CENT) {
            return PER_CENT;
        }
        return unit.unit() == null ? "" : unit.unit().words();
    }

    /** The first reason why the reading may be wrong. */
    private Ambiguity ambiguity(
            AmountRange range, AmountUnit unit, AmountBound bound, boolean falling) {
        return range.first()
                .ambiguity()
                .or(unit.broken() ? Ambiguity.LINE_BREAK : Ambiguity.NONE)
                .or(bound.contradicted() ? Ambiguity.TWO_BOUNDS : Ambiguity.NONE)
                .or(falling ? Ambiguity.FALLING_RANGE : Ambiguity.NONE)
                .or(hasWideComma(range) ? Ambiguity.COMMA : Ambiguity.NONE);
    }

    /** Whether a full-width comma between half-width digits may divide two numbers. */
    private boolean hasWideComma(AmountRange range) {
        for (int at = range.first().span().start() + 1; at < range.end(); at++) {
            if (text.isWideComma(at)) {
                return true;
            }
        }
        return false;
    }
}
