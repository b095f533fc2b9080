package districtkg.amount;

import districtkg.number.PrintedNumber;
import districtkg.number.PrintedNumber.Form;
import districtkg.number.Unit;
import districtkg.number.UnitWords;
import districtkg.text.CharacterForms;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The unit after a number, and what the words after the unit add to it: 一吨半, 5元3角, 七成六.
 *
 * @param unit the unit; null if there is none
 * @param part what is added to the number, in this unit
 * @param more whether 余, 多, 几 or 来 states that there are some more
 * @param prefixed whether the unit precedes the number: $20
 * @param broken whether a line ends before a unit that counts things, so that the two may not
 *     belong together
 * @param end end of all of it, exclusive
 */
record AmountUnit(
        UnitWords.@Nullable Found unit,
        BigDecimal part,
        boolean more,
        boolean prefixed,
        boolean broken,
        int end) {
    private static final String MORE = "余多几来";
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** The unit of a number or range. */
    static AmountUnit of(AmountText text, AmountRange range) {
        boolean more = range.upper().more();
        int end = range.end();
        int at = text.isOneOf("余", text.skipBlanks(end)) ? text.skipBlanks(end) : end;
        if (text.isOneOf(MORE, at) && isMore(text, at)) {
            more = true;
            at++;
            end = at;
        }
        if (range.first().form() == Form.PER_CENT) {
            return new AmountUnit(null, BigDecimal.ZERO, more, false, false, end);
        }
        int from = text.skipBlanks(at);
        Optional<UnitWords.Found> unit = text.unit(from).filter(one -> !isPart(one));
        if (unit.isEmpty()) {
            Optional<UnitWords.Found> sign = sign(text, range.first(), end);
            return new AmountUnit(
                    sign.orElse(null), BigDecimal.ZERO, more, sign.isPresent(), false, end);
        }
        boolean broken = isCount(unit.get()) && !text.isLine(at, from);
        AmountUnit alone =
                new AmountUnit(unit.get(), BigDecimal.ZERO, more, false, broken, unit.get().end());
        return range.last() == null ? alone.withParts(text) : alone;
    }

    private static boolean isPart(UnitWords.Found unit) {
        return Unit.printedAs(unit.words()).map(one -> one.form() == Unit.Form.PART).orElse(false);
    }

    private static boolean isCount(UnitWords.Found unit) {
        return Unit.printedAs(unit.words()).map(one -> one.form() == Unit.Form.COUNT).orElse(true);
    }

    /** Whether 余, 多, 几 or 来 after the number belongs to it. */
    private static boolean isMore(AmountText text, int at) {
        int next = text.skipBlanks(at + 1);
        return text.unit(next).isPresent()
                || (text.isOneOf("余多", at) && !text.isOneOf("额热粮元样种年", next));
    }

    /** The currency sign before a number: $20, ￥300. */
    private static Optional<UnitWords.Found> sign(AmountText text, PrintedNumber first, int end) {
        int sign = first.span().start() - 1;
        String words =
                text.isOneOf("$", sign)
                        ? "美元"
                        : text.isOneOf("¥￥", sign) ? "元" : text.isOneOf("€", sign) ? "欧元" : "";
        return words.isEmpty() ? Optional.empty() : Optional.of(new UnitWords.Found(words, end));
    }

    private AmountUnit with(BigDecimal added, int past) {
        return new AmountUnit(unit, added, more, prefixed, broken, past);
    }

    private AmountUnit withParts(AmountText text) {
        Optional<Unit> of = unit == null ? Optional.empty() : Unit.printedAs(unit.words());
        if (of.isEmpty() || of.get().form() == Unit.Form.COUNT) {
            return this;
        }
        if (text.isOneOf("半", end) && !isHan(text, end + 1)) {
            return with(HALF, end + 1);
        }
        if (of.get().factor().compareTo(BigDecimal.TEN) == 0) {
            return withTenths(text, text.skipBlanks(end));
        }
        AmountUnit before = this;
        AmountUnit after = withSubunit(text, of.get());
        while (!after.equals(before) && after.end < text.length()) {
            before = after;
            after = before.withSubunit(text, of.get());
        }
        return after;
    }

    private static boolean isHan(AmountText text, int at) {
        return at < text.length() && CharacterForms.isHan(text.characters()[at]);
    }

    /** The 六 of 七成六. */
    private AmountUnit withTenths(AmountText text, int at) {
        PrintedNumber digit = text.number(at);
        return digit != null
                        && digit.form() == Form.WORDS
                        && digit.span().end() == at + 1
                        && digit.value().low().compareTo(BigDecimal.TEN) < 0
                        && text.unit(at + 1).isEmpty()
                ? with(digit.value().low().movePointLeft(1), at + 1)
                : this;
    }

    /** A smaller unit of the same base after the first: the 3角 of 5元3角. */
    private AmountUnit withSubunit(AmountText text, Unit of) {
        int at = text.skipBlanks(end);
        PrintedNumber next = text.number(text.begins(at, "又") ? text.skipBlanks(at + 1) : at);
        if (next == null) {
            return this;
        }
        Optional<UnitWords.Found> found = text.unit(next.span().end());
        Optional<Unit> smaller =
                found.flatMap(one -> Unit.printedAs(one.words()))
                        .filter(one -> one.form() == Unit.Form.PART)
                        .filter(one -> one.base().equals(of.base()));
        return smaller.isEmpty()
                ? this
                : with(
                        part.add(
                                next.value()
                                        .low()
                                        .multiply(smaller.get().factor())
                                        .divide(of.factor())),
                        found.get().end());
    }
}
