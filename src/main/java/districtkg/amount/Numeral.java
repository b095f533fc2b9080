package districtkg.amount;

import districtkg.number.Ambiguity;
import districtkg.text.Span;
import java.math.BigDecimal;

/**
 * An amount stated in a text.
 *
 * @param span span of its digits and scale words; for a range, of both numbers
 * @param measured span of its digits and its unit
 * @param whole span of its bound words, digits and unit
 * @param low the number as printed before its unit, 9.7 of 9.7万人; the lower end of a range
 * @param high the same as {@code low}, or the upper end of a range
 * @param unit as printed, with its scale where the scale is no part of the number: 万人; empty where
 *     none of the known units follows
 * @param bound bound set by the words around it
 * @param implied whether the words only imply it, as 清零 implies 0
 * @param ambiguity why the reading may be wrong
 */
public record Numeral(
        Span span,
        Span measured,
        Span whole,
        BigDecimal low,
        BigDecimal high,
        String unit,
        Bound bound,
        boolean implied,
        Ambiguity ambiguity) {
    /** Whether two numbers are printed, as in 40—60张. */
    public boolean isRange() {
        return low.compareTo(high) != 0;
    }

    /** The negated number: a decrease as a growth. */
    public Numeral negated() {
        return new Numeral(
                span,
                measured,
                whole,
                high.negate(),
                low.negate(),
                unit,
                DecreaseWord.turned(bound),
                implied,
                ambiguity);
    }
}
