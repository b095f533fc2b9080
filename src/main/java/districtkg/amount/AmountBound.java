package districtkg.amount;

import districtkg.number.PrintedNumber;
import districtkg.number.PrintedNumber.Form;
import districtkg.text.CharacterForms;
import java.util.Optional;

/**
 * The bound that the words around an amount set: 不少于5万, 5万以上, 比5万多, 数千.
 *
 * @param bound the bound
 * @param start start of the first of these words; start of the amount if none precedes it
 * @param end end of the last of these words, exclusive
 * @param contradicted whether words before and after the amount set different bounds
 * @param namesClass whether they turn the amount into the name of a class: 5000万元以上 of 5000万元以上项目3个
 */
record AmountBound(Bound bound, int start, int end, boolean contradicted, boolean namesClass) {
    /**
     * The bound of an amount.
     *
     * @param start start of the amount
     * @param end end of its unit
     */
    static AmountBound of(
            AmountText text,
            NotCounted notCounted,
            AmountRange range,
            AmountUnit unit,
            int start,
            int end) {
        boolean several = isSeveral(text, range.first());
        int from = several ? range.first().span().start() - 1 : start;
        Optional<BoundWords.Found> before = BoundWords.before(text.characters(), from);
        Optional<BoundWords.Found> after = after(text, range, unit, end);
        int past = range.between() && text.begins(end, "之间") ? end + 2 : end;
        Bound bound = weaker(before, after).orElse(several ? Bound.MORE_THAN : Bound.EXACTLY);
        AmountBound stated =
                new AmountBound(
                        bound,
                        before.map(BoundWords.Found::start).orElse(from),
                        after.map(found -> Math.max(past, found.end())).orElse(past),
                        before.isPresent()
                                && after.isPresent()
                                && before.get().bound() != after.get().bound(),
                        after.isPresent() && notCounted.namesAClass(after.get(), unit.unit()));
        return stated.compared(text).inexact(range, unit);
    }

    private static Optional<BoundWords.Found> after(
            AmountText text, AmountRange range, AmountUnit unit, int end) {
        Optional<BoundWords.Found> after = BoundWords.after(text.characters(), end);
        return after.isEmpty() && unit.unit() == null
                ? BoundWords.after(text.characters(), range.end())
                : after;
    }

    /**
     * The bound that the words before and after set; if both set one, the one that comes first in
     * {@link Bound}. Empty if neither does.
     */
    private static Optional<Bound> weaker(
            Optional<BoundWords.Found> before, Optional<BoundWords.Found> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.or(() -> after).map(BoundWords.Found::bound);
        }
        Bound one = before.get().bound();
        Bound other = after.get().bound();
        return Optional.of(one.compareTo(other) <= 0 ? one : other);
    }

    /** 数千, 几十, 好几百, 上万: more than the scale that is printed. */
    private static boolean isSeveral(AmountText text, PrintedNumber first) {
        int start = first.span().start();
        boolean scale =
                first.form() == Form.SCALE
                        || (first.form() == Form.WORDS && text.isOneOf("十", start));
        return scale && text.isOneOf("数几上好", start - 1);
    }

    /** 比30大, 比5%低. */
    private AmountBound compared(AmountText text) {
        int than = text.isOneOf(" ", start - 1) ? start - 2 : start - 1;
        int at = text.skipBlanks(end);
        boolean amount =
                at + 1 < text.length() && CharacterForms.isDigit(text.characters()[at + 1]);
        if (bound != Bound.EXACTLY || !text.isOneOf("比", than) || amount) {
            return this;
        }
        if (text.isOneOf("大高多长", at)) {
            return new AmountBound(Bound.MORE_THAN, than, at + 1, contradicted, namesClass);
        }
        return text.isOneOf("小低少短", at)
                ? new AmountBound(Bound.LESS_THAN, than, at + 1, contradicted, namesClass)
                : this;
    }

    /** The bound that the number itself sets if no word does: 两三百 is approximate, 20余万 is more. */
    private AmountBound inexact(AmountRange range, AmountUnit unit) {
        boolean estimate = range.first().about() || range.upper().about();
        Bound said = bound == Bound.EXACTLY && estimate ? Bound.APPROXIMATELY : bound;
        boolean more = unit.more() && (said == Bound.EXACTLY || said == Bound.APPROXIMATELY);
        return new AmountBound(more ? Bound.MORE_THAN : said, start, end, contradicted, namesClass);
    }
}
