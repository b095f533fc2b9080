package districtkg.consistency;

import districtkg.consistency.Finding.Check;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks figures against each other. Figures without an indicator of the list are not compared. A
 * finding is not an error: prices, areas and methods change between years, so a person decides.
 */
public final class ConsistencyChecks {
    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Percentage points by which growth at constant prices may differ from growth computed from
     * levels at current prices.
     */
    private static final BigDecimal PRICE_CHANGE = BigDecimal.valueOf(5);

    /** By how much the sum of rounded parts may exceed the whole. */
    private static final BigDecimal ROUNDING_OF_PARTS = new BigDecimal("1.005");

    private static final double LEAST_UNIT_RATIO = 3000;
    private static final double MOST_UNIT_RATIO = 30_000;

    private final IndicatorRelations relations;
    private final List<ComparableFigure> figures;
    private final Map<String, List<ComparableFigure>> byIndicator;

    /**
     * Checks of figures with each other.
     *
     * @param figures of all reports that are to be compared
     */
    public ConsistencyChecks(IndicatorRelations relations, List<ComparableFigure> figures) {
        this.relations = relations;
        this.figures = figures.stream().filter(figure -> !figure.indicator().isEmpty()).toList();
        this.byIndicator =
                this.figures.stream().collect(Collectors.groupingBy(ComparableFigure::indicator));
    }

    /** The findings for all figures that disagree with others, in their order. */
    public List<Finding> disagreements() {
        return figures.stream()
                .flatMap(figure -> of(figure).stream())
                .filter(finding -> !finding.agrees())
                .toList();
    }

    /** The findings for one figure, in the order of {@link Check}. */
    public List<Finding> of(ComparableFigure figure) {
        List<Finding> findings = new ArrayList<>();
        if (figure.indicator().isEmpty()) {
            return findings;
        }
        if (!figure.isTarget()) {
            growth(figure).or(() -> yearBefore(figure)).ifPresent(findings::add);
            parts(figure).ifPresent(findings::add);
        }
        share(figure).ifPresent(findings::add);
        target(figure).ifPresent(findings::add);
        unit(figure).ifPresent(findings::add);
        twice(figure).ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> growth(ComparableFigure figure) {
        if (!isYear(figure)) {
            return Optional.empty();
        }
        boolean isGrowth = relations.isGrowth(figure.indicator());
        Optional<ComparableFigure> level =
                isGrowth
                        ? relations
                                .levelOf(figure.indicator())
                                .flatMap(name -> beside(figure, name, figure.year()))
                        : Optional.of(figure);
        Optional<ComparableFigure> growth =
                isGrowth
                        ? Optional.of(figure)
                        : relations
                                .growthOf(figure.indicator())
                                .flatMap(name -> beside(figure, name, figure.year()));
        Optional<ComparableFigure> before =
                level.flatMap(now -> beside(figure, now.indicator(), figure.year() - 1));
        if (before.isEmpty() || growth.isEmpty() || before.get().low().signum() <= 0) {
            return Optional.empty();
        }
        ComparableFigure stated = growth.get();
        ComparableFigure now = level.orElseThrow();
        BigDecimal computed = change(before.get(), now);
        BigDecimal tolerance =
                relations.isAtConstantPrices(stated.indicator())
                        ? PRICE_CHANGE
                        : rounding(before.get(), now, stated);
        boolean agrees =
                computed.subtract(stated.low()).abs().compareTo(tolerance) <= 0
                        || !now.bound().equals("exactly")
                        || !before.get().bound().equals("exactly");
        return Optional.of(
                new Finding(
                        Check.GROWTH,
                        agrees,
                        figure,
                        List.of(before.get(), isGrowth ? now : stated),
                        computed,
                        stated.low()));
    }

    /** The change in percent, to two decimals. */
    private static BigDecimal change(ComparableFigure before, ComparableFigure now) {
        return now.low()
                .subtract(before.low())
                .multiply(HUNDRED)
                .divide(before.low(), 2, RoundingMode.HALF_UP);
    }

    /**
     * The rounding error in percentage points: half of the last digit of the growth, plus the error
     * of rounded levels.
     */
    private static BigDecimal rounding(
            ComparableFigure before, ComparableFigure now, ComparableFigure growth) {
        BigDecimal levels =
                relativeRounding(before).add(relativeRounding(now)).multiply(HUNDRED, DIGITS);
        BigDecimal stated = new BigDecimal("0.5").movePointLeft(growth.decimals());
        return stated.add(levels).add(new BigDecimal("0.05"));
    }

    /** Half of the last significant digit, as a fraction of the value. */
    private static BigDecimal relativeRounding(ComparableFigure figure) {
        BigDecimal plain = figure.low().stripTrailingZeros();
        BigDecimal last = BigDecimal.ONE.movePointLeft(plain.scale());
        return plain.signum() == 0
                ? BigDecimal.ZERO
                : last.divide(plain.abs().multiply(BigDecimal.TWO), DIGITS);
    }

    private Optional<Finding> yearBefore(ComparableFigure figure) {
        return isYear(figure)
                ? beside(figure, figure.indicator(), figure.year() - 1)
                        .map(before -> finding(Check.YEAR_BEFORE, true, figure, before))
                : Optional.empty();
    }

    private Optional<Finding> parts(ComparableFigure figure) {
        if (!figure.subject().isEmpty()
                || !figure.isPoint()
                || relations.isGrowth(figure.indicator())) {
            return Optional.empty();
        }
        List<ComparableFigure> parts =
                ofIndicator(figure.indicator())
                        .filter(other -> !other.subject().isEmpty())
                        .filter(other -> other.report().equals(figure.report()))
                        .filter(other -> other.place().equals(figure.place()))
                        .filter(other -> other.year() == figure.year())
                        .filter(figure::hasSamePeriod)
                        .filter(other -> !other.isTarget())
                        .toList();
        BigDecimal sum =
                parts.stream().map(ComparableFigure::low).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal most = figure.high().multiply(ROUNDING_OF_PARTS);
        return parts.size() > 1 && figure.bound().equals("exactly")
                ? Optional.of(
                        new Finding(
                                Check.PARTS,
                                sum.compareTo(most) <= 0,
                                figure,
                                parts,
                                figure.low(),
                                sum))
                : Optional.empty();
    }

    private Optional<Finding> share(ComparableFigure figure) {
        return relations.isShare(figure.indicator()) && figure.high().compareTo(HUNDRED) > 0
                ? Optional.of(
                        new Finding(Check.SHARE, false, figure, List.of(), HUNDRED, figure.high()))
                : Optional.empty();
    }

    private Optional<Finding> target(ComparableFigure figure) {
        return ofIndicator(figure.indicator())
                .filter(figure::concernsSame)
                .filter(figure::hasSamePeriod)
                .filter(other -> other.year() == figure.year())
                .filter(other -> other.isTarget() != figure.isTarget())
                .filter(other -> !other.report().equals(figure.report()))
                .sorted(Comparator.comparing(ComparableFigure::report).reversed())
                .findFirst()
                .map(
                        other -> {
                            ComparableFigure aim = figure.isTarget() ? figure : other;
                            ComparableFigure outcome = figure.isTarget() ? other : figure;
                            return new Finding(
                                    Check.TARGET,
                                    isReached(aim, outcome),
                                    figure,
                                    List.of(other),
                                    aim.low(),
                                    outcome.low());
                        });
    }

    private boolean isReached(ComparableFigure aim, ComparableFigure outcome) {
        boolean ceiling =
                aim.bound().matches("atMost|lessThan")
                        || (aim.bound().equals("exactly")
                                && relations.isBetterLower(aim.indicator()));
        boolean floor =
                !ceiling
                        && (aim.bound().matches("atLeast|moreThan|approximately")
                                || !aim.isPoint()
                                || relations.isBetterHigher(aim.indicator()));
        if (ceiling) {
            return outcome.high().compareTo(aim.high()) <= 0;
        }
        return floor
                ? outcome.low().compareTo(aim.low()) >= 0
                : outcome.low().compareTo(aim.low()) == 0;
    }

    private Optional<Finding> unit(ComparableFigure figure) {
        return relations.isGrowth(figure.indicator())
                ? Optional.empty()
                : ofIndicator(figure.indicator())
                        .filter(figure::concernsSame)
                        .filter(other -> !other.id().equals(figure.id()))
                        .filter(figure::hasSamePeriod)
                        .filter(other -> Math.abs(other.year() - figure.year()) <= 2)
                        .filter(other -> isUnitApart(figure.low(), other.low()))
                        .findFirst()
                        .map(other -> finding(Check.UNIT, false, figure, other));
    }

    private static boolean isUnitApart(BigDecimal one, BigDecimal other) {
        if (one.signum() <= 0 || other.signum() <= 0) {
            return false;
        }
        double ratio = one.max(other).divide(one.min(other), DIGITS).doubleValue();
        double rest = ratio >= LEAST_UNIT_RATIO * 1e4 ? ratio / 1e4 : ratio;
        return rest >= LEAST_UNIT_RATIO && rest <= MOST_UNIT_RATIO;
    }

    private Optional<Finding> twice(ComparableFigure figure) {
        return ofIndicator(figure.indicator())
                .filter(figure::concernsSame)
                .filter(figure::hasSamePeriod)
                .filter(other -> other.report().equals(figure.report()))
                .filter(other -> !other.id().equals(figure.id()))
                .filter(other -> other.year() == figure.year())
                .filter(other -> other.isTarget() == figure.isTarget())
                .filter(other -> !isCompatible(figure, other))
                .findFirst()
                .map(other -> finding(Check.TWICE, false, figure, other));
    }

    /** Whether two statements of one quantity may both be true. */
    private static boolean isCompatible(ComparableFigure one, ComparableFigure other) {
        return isWithin(one, other) || isWithin(other, one);
    }

    private static boolean isWithin(ComparableFigure point, ComparableFigure other) {
        return switch (other.bound()) {
            case "atLeast" -> point.low().compareTo(other.low()) >= 0;
            case "moreThan" -> point.low().compareTo(other.low()) > 0;
            case "atMost" -> point.high().compareTo(other.high()) <= 0;
            case "lessThan" -> point.high().compareTo(other.high()) < 0;
            case "approximately" ->
                    point.low()
                                    .subtract(other.low())
                                    .abs()
                                    .compareTo(other.low().abs().movePointLeft(1))
                            <= 0;
            default ->
                    other.low().compareTo(point.low()) <= 0
                            && point.high().compareTo(other.high()) <= 0;
        };
    }

    /** The newest figure of an indicator of the same place in a year, other than a target. */
    private Optional<ComparableFigure> beside(ComparableFigure figure, String indicator, int year) {
        return ofIndicator(indicator)
                .filter(figure::concernsSame)
                .filter(ConsistencyChecks::isYear)
                .filter(other -> !other.isTarget() && other.year() == year)
                .filter(other -> !other.id().equals(figure.id()) && other.isPoint())
                .max(
                        Comparator.comparing(
                                        (ComparableFigure other) ->
                                                other.report().equals(figure.report())
                                                        && year == figure.year())
                                .thenComparing(ComparableFigure::report));
    }

    private Stream<ComparableFigure> ofIndicator(String indicator) {
        return byIndicator.getOrDefault(indicator, List.of()).stream();
    }

    private static boolean isYear(ComparableFigure figure) {
        return figure.period().equals(ComparableFigure.YEAR) && figure.isPoint();
    }

    private static Finding finding(
            Check check, boolean agrees, ComparableFigure figure, ComparableFigure other) {
        return new Finding(check, agrees, figure, List.of(other), other.low(), figure.low());
    }
}
