package districtkg.place;

import districtkg.place.Scorecard.Result;
import districtkg.statement.StatedFigure;
import districtkg.statement.Statement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A target with the outcome that decided it.
 *
 * @param target the target
 * @param result what became of it
 * @param outcome the statement of its figure; empty if none was reported
 */
public record TargetResult(Statement target, Result result, Optional<Statement> outcome) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext THREE_DIGITS = new MathContext(3);

    /**
     * How far the outcome lies from the target: in percentage points where both are percentages,
     * otherwise in percent of the target. Negative below the target; zero within its range. Empty
     * if there is no outcome, or if the target is zero, the outcome is not, and neither is a
     * percentage.
     */
    public Optional<BigDecimal> distance() {
        return outcome.flatMap(told -> told.figure().level())
                .flatMap(
                        told ->
                                wanted(target.figure(), told)
                                        .flatMap(wanted -> distance(told, wanted)));
    }

    /** Whether the distance is in percentage points. */
    public boolean points() {
        return target.figure().unit().filter(unit -> unit.key().equals("PERCENT")).isPresent();
    }

    private Optional<BigDecimal> distance(BigDecimal told, BigDecimal wanted) {
        BigDecimal away = told.subtract(wanted);
        if (points()) {
            return Optional.of(away.stripTrailingZeros());
        }
        if (away.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return wanted.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        away.multiply(HUNDRED)
                                .divide(wanted.abs(), THREE_DIGITS)
                                .stripTrailingZeros());
    }

    /** The value of the target; of a range the end that is nearest to a figure. */
    private static Optional<BigDecimal> wanted(StatedFigure figure, BigDecimal told) {
        if (figure.value().isPresent()) {
            return figure.value();
        }
        if (figure.min().filter(least -> told.compareTo(least) < 0).isPresent()) {
            return figure.min();
        }
        if (figure.max().filter(most -> told.compareTo(most) > 0).isPresent()) {
            return figure.max();
        }
        return figure.level().map(any -> told);
    }
}
