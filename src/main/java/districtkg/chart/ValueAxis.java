package districtkg.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The vertical axis of a chart: round values from zero, or from below the least value, to above the
 * greatest.
 *
 * @param values the marked values, ascending; at least two
 */
public record ValueAxis(List<BigDecimal> values) {
    private static final int STEPS = 4;

    /** An axis that holds zero and all of some values. */
    public static ValueAxis holding(List<BigDecimal> shown) {
        double least = 0;
        double most = 0;
        for (BigDecimal one : shown) {
            least = Math.min(least, one.doubleValue());
            most = Math.max(most, one.doubleValue());
        }
        double step = round((most == least ? 1 : most - least) / STEPS);
        long first = (long) Math.floor(least / step);
        long last = Math.max(first + 1, (long) Math.ceil(most / step));
        List<BigDecimal> values = new ArrayList<>();
        BigDecimal exact = BigDecimal.valueOf(step);
        for (long at = first; at <= last; at++) {
            values.add(exact.multiply(BigDecimal.valueOf(at)).stripTrailingZeros());
        }
        return new ValueAxis(values);
    }

    /** Relative position of a value: 0 at the lower end, 1 at the upper end. */
    public double share(BigDecimal value) {
        double low = values.getFirst().doubleValue();
        double high = values.getLast().doubleValue();
        return (value.doubleValue() - low) / (high - low);
    }

    /** The next of 1, 2, 5 and 10 times a power of ten. */
    private static double round(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
