package districtkg.amount;

import districtkg.number.PrintedNumber;
import districtkg.number.PrintedNumber.Form;
import districtkg.number.Unit;
import districtkg.number.UnitWords;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One number, or the two numbers of a range such as 3万至5万, 30%-40% or 20和30之间.
 *
 * @param first the number, or the lower end
 * @param last the upper end; null for a single number
 * @param firstUnit the unit of the lower end, if it has its own
 * @param between whether the range is written 在…和…之间
 */
record AmountRange(
        PrintedNumber first,
        @Nullable PrintedNumber last,
        UnitWords.@Nullable Found firstUnit,
        boolean between) {
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal END_OF_YEARS = BigDecimal.valueOf(2100);

    /** The range that a number begins, or the number alone. */
    static AmountRange of(AmountText text, PrintedNumber first) {
        AmountRange alone = new AmountRange(first, null, null, false);
        if (first.form() == Form.PER_CENT || first.form() == Form.SCALE) {
            return alone;
        }
        int at = text.skipBlanks(first.span().end());
        UnitWords.Found firstUnit = text.unit(at).orElse(null);
        int from = firstUnit == null ? first.span().end() : firstUnit.end();
        int dash = text.skipBlanks(from);
        int past = pastDash(text, dash);
        boolean and = past == dash && text.isOneOf("和与", dash);
        if (past == dash && !and) {
            return alone;
        }
        int begin = text.skipBlanks(and ? dash + 1 : past);
        PrintedNumber second = text.number(begin);
        if (second == null
                || second.form() == Form.PER_CENT
                || !text.isLine(from, begin)
                || (and && !isBetween(text, second))) {
            return alone;
        }
        UnitWords.Found lastUnit = text.unit(text.skipBlanks(second.span().end())).orElse(null);
        boolean same = firstUnit == null || (lastUnit != null && isSame(firstUnit, lastUnit));
        return same ? new AmountRange(first, second, firstUnit, and) : alone;
    }

    /** Whether two units have the same base unit; 个 of 0.5个至1个百分点 is cut short. */
    private static boolean isSame(UnitWords.Found one, UnitWords.Found other) {
        return Unit.base(one.words()).equals(Unit.base(other.words()))
                || other.words().startsWith(one.words());
    }

    private static boolean isBetween(AmountText text, PrintedNumber second) {
        int at = text.skipBlanks(second.span().end());
        int after = text.skipBlanks(text.unit(at).map(UnitWords.Found::end).orElse(at));
        return text.begins(at, "之间")
                || text.begins(after, "之间")
                || text.begins(at, "间")
                || text.begins(after, "间");
    }

    private static int pastDash(AmountText text, int at) {
        if (text.isOneOf("至到", at)) {
            return at + 1;
        }
        int past = at;
        while (past - at < 2 && text.isOneOf("-–—―~", past)) {
            past++;
        }
        return past;
    }

    /** The upper end, or the only number. */
    PrintedNumber upper() {
        return last == null ? first : last;
    }

    /** End of the digits and their scale words, exclusive. */
    int end() {
        return upper().span().end();
    }

    /** Whether it is a span of months or years: 1—6月, 2021—2025年, 2021-2025. */
    boolean isPeriod(AmountText text, NotCounted notCounted) {
        return last != null
                && (notCounted.isDated(last, text.skipBlanks(last.span().end()))
                        || (isYear(text, first) && isYear(text, last)));
    }

    private static boolean isYear(AmountText text, PrintedNumber number) {
        BigDecimal value = number.value().low();
        return number.span().end() - number.span().start() == 4
                && number.scale().isEmpty()
                && value.compareTo(FIRST_YEAR) >= 0
                && value.compareTo(END_OF_YEARS) < 0
                && text.unit(number.span().end()).isEmpty();
    }

    /**
     * The lower end in the scale of the upper end: 5000万 of 5000万—1亿元 is 0.5亿元.
     *
     * @param times factor of the scale of the upper end
     */
    BigDecimal low(BigDecimal times) {
        BigDecimal low = first.ends().low();
        if (last == null) {
            return low;
        }
        boolean own =
                firstUnit != null
                        || (first.scale().isEmpty()
                                ? low.compareTo(last.ends().low()) > 0
                                : !first.scale().equals(last.scale()));
        return own ? first.value().low().divide(times) : low;
    }
}
