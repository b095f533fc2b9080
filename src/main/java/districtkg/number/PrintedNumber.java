package districtkg.number;

import districtkg.text.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number as a text prints it, in digits or in Chinese numerals, without its unit.
 *
 * @param span from its first to its last numeral, with its sign and its scale words
 * @param ends before the scale
 * @param scale the scale words behind digits, 万 of 3.5万, or behind 余, 亿 of 十余亿; else empty
 * @param form how it is printed
 * @param more whether it says that there are some more: 20余万
 * @param about whether its own words are no exact number: 两三百
 * @param ambiguity why the reading may be wrong
 */
public record PrintedNumber(
        Span span,
        NumberRange ends,
        String scale,
        Form form,
        boolean more,
        boolean about,
        Ambiguity ambiguity) {
    /** How a number is printed. */
    public enum Form {
        /** 3.5, 1,200, 5万4千 */
        DIGITS,
        /** 三百五十 */
        WORDS,
        /** 百, 千万: scale words without a number before them */
        SCALE,
        /** 二〇二三: digits by their places */
        PLACES,
        /** 三分之二, 2/3 */
        FRACTION,
        /** 百分之七: the value is in per cent */
        PER_CENT
    }

    private static final int DECIMALS_OF_A_FRACTION = 6;

    /** With the scale. */
    public NumberRange value() {
        return scale.isEmpty() ? ends : ends.times(Scales.times(scale));
    }

    /** One divided by another, to six decimals. */
    static BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, DECIMALS_OF_A_FRACTION, RoundingMode.HALF_UP);
    }
}
