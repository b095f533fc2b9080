package districtkg.statement;

import districtkg.graph.Ref;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A quantity that a document states.
 *
 * @param bound how it limits the quantity: {@code :atLeast}
 * @param value in the base unit; empty for a range or a text
 * @param min the smallest value that satisfies it; empty if there is no lower bound
 * @param max the largest value that satisfies it; empty if there is no upper bound
 * @param unit the base unit
 * @param printed number and unit as printed: {@code 1.2 万人}; empty if the words only imply it
 */
public record StatedFigure(
        Optional<Ref> bound,
        Optional<BigDecimal> value,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        Optional<Ref> unit,
        String printed) {

    /** The number for a chart: the value, or the end of the range that exists. */
    public Optional<BigDecimal> level() {
        return value.or(() -> min).or(() -> max);
    }

    /** Whether it has a number or text to show. */
    public boolean stated() {
        return level().isPresent() || !printed.isEmpty();
    }
}
