package districtkg.number;

import java.math.BigDecimal;

/**
 * The two ends of what a numeral may mean; the same but for 两三百 and the like.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Ends(BigDecimal low, BigDecimal high) {
    static final Ends ZERO = of(BigDecimal.ZERO);
    static final Ends ONE = of(BigDecimal.ONE);

    /** An exact number. */
    public static Ends of(BigDecimal both) {
        return new Ends(both, both);
    }

    /** An exact whole number. */
    public static Ends of(long both) {
        return of(BigDecimal.valueOf(both));
    }

    Ends plus(Ends other) {
        return new Ends(low.add(other.low), high.add(other.high));
    }

    Ends times(BigDecimal factor) {
        return new Ends(low.multiply(factor), high.multiply(factor));
    }

    /** The negative: 2 to 3 becomes -3 to -2. */
    public Ends negated() {
        return new Ends(high.negate(), low.negate());
    }

    boolean isZero() {
        return high.signum() == 0;
    }
}
