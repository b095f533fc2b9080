package districtkg.extract;

import java.math.BigDecimal;

/**
 * An amount that words state.
 *
 * @param span of its digits, with their scale; of the whole for a range
 * @param low the number as printed before its unit, 9.7 of 9.7万人; the lower end of a range
 * @param high the same as {@code low}, or the upper end of a range
 * @param unit as printed, with its scale: 万人; empty where none of the known units follows
 * @param bound what the words around it say
 * @param implied whether the words only imply it, as 清零 implies 0
 */
public record Numeral(
        Span span, BigDecimal low, BigDecimal high, String unit, Bound bound, boolean implied) {
    /** Whether two numbers are printed, as in 40—60张. */
    public boolean isRange() {
        return low.compareTo(high) != 0;
    }
}
