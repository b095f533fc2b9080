package districtkg.quantity;

import districtkg.amount.Bound;
import districtkg.number.Unit;
import districtkg.text.Span;
import java.math.BigDecimal;

/**
 * A number with its unit, as printed.
 *
 * @param span from its first digit to after its unit or the bound word behind it
 * @param number the digits with their scale, without the unit
 * @param form kind of figure
 * @param low in base units; the lower end of a range
 * @param high the same as {@code low}, or the upper end of a range
 * @param unit the base unit
 * @param bound what the words around it say
 * @param base whether it is what a change starts from: 25 of 由25个压缩至12个
 * @param printedUnit the unit as printed, with its scale: 万平方米 of 65万平方米; empty where none is
 * @param region among whom a rank counts: 全市; empty otherwise
 */
public record Quantity(
        Span span,
        Span number,
        Unit.Form form,
        BigDecimal low,
        BigDecimal high,
        String unit,
        Bound bound,
        boolean base,
        String printedUnit,
        String region) {
    /** The same as what a change starts from. */
    Quantity asBase() {
        return new Quantity(span, number, form, low, high, unit, bound, true, printedUnit, region);
    }

    /** Whether its two ends differ, as in 3%至5%. */
    public boolean isRange() {
        return low.compareTo(high) != 0;
    }
}
