package districtkg.statement;

import districtkg.graph.Ref;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A quantity that a document states.
 *
 * @param bound how it limits the quantity: {@code :atLeast}
 * @param value in the base unit; none for a range or a text
 * @param min the least that agrees with it; none where nothing bounds it from below
 * @param max the greatest that agrees with it; none where nothing bounds it from above
 * @param unit the base unit
 * @param printed number and unit as the document prints them: {@code 1.2 万人}; empty where the words
 *     only imply it
 */
public record Figure(
        Optional<Ref> bound,
        Optional<BigDecimal> value,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        Optional<Ref> unit,
        String printed) {

    /** A number for a chart: the value, or the end of the range that is there. */
    public Optional<BigDecimal> level() {
        return value.or(() -> min).or(() -> max);
    }

    /** Whether there is anything to show. */
    public boolean stated() {
        return level().isPresent() || !printed.isEmpty();
    }
}
