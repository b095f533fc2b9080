package districtkg.number;

import java.math.BigDecimal;

/**
 * The two ends of what a numeral may mean; the same but for 两三百 and the like.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record NumberRange(BigDecimal low, BigDecimal high) {
    static final NumberRange ZERO = of(BigDecimal.ZERO);
    static final NumberRange ONE = of(BigDecimal.ONE);

    /** An exact number. */
    public static NumberRange of(BigDecimal both) {
        return new NumberRange(both, both);
    }

    /** An exact whole number. */
    public static NumberRange of(long both) {
        return of(BigDecimal.valueOf(both));
    }

    NumberRange plus(NumberRange other) {
        return new NumberRange(low.add(other.low), high.add(other.high));
    }

    NumberRange times(BigDecimal factor) {
        return new NumberRange(low.multiply(factor), high.multiply(factor));
    }

    /** The negative: 2 to 3 becomes -3 to -2. */
    public NumberRange negated() {
        return new NumberRange(high.negate(), low.negate());
    }

    boolean isZero() {
        return high.signum() == 0;
    }
}
