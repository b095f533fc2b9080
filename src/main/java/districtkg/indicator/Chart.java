package districtkg.indicator;

import districtkg.graph.Ref;
import districtkg.statement.StatedFigure;
import districtkg.statement.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A chart of the figures of one indicator and one thing by year: outcomes as points, targets with a
 * bound as ranges.
 *
 * @param about what the figures are about
 * @param industries their industries; may be empty
 * @param points in chronological order
 * @param years marks of the horizontal axis
 * @param ticks marks of the vertical axis
 */
public record Chart(
        Ref about, List<Ref> industries, List<Point> points, List<Tick> years, List<Tick> ticks) {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 260;
    public static final int LEFT = 104;
    public static final int RIGHT = 24;
    public static final int TOP = 16;
    public static final int BOTTOM = 32;

    /**
     * A mark on an axis.
     *
     * @param at its position in the drawing
     * @param value its value
     */
    public record Tick(double at, BigDecimal value) {}

    /** The scope of one chart: figures of one thing and the same industries. */
    private record Scope(Ref about, List<Ref> industries) {
        static Scope of(Statement statement) {
            return new Scope(statement.about().getFirst(), statement.industries());
        }
    }

    /**
     * Draws the statements that have a number and a year and are not doubted. There is one chart
     * for each thing and industry, because figures of different things are not comparable.
     */
    public static List<Chart> of(List<Statement> statements) {
        Map<Scope, List<Statement>> byScope =
                statements.stream()
                        .filter(one -> one.figure().level().isPresent() && !one.year().isEmpty())
                        .filter(one -> one.suspect().isEmpty())
                        .sorted(Comparator.comparing(Statement::year))
                        .collect(
                                Collectors.groupingBy(
                                        Scope::of, LinkedHashMap::new, Collectors.toList()));
        return byScope.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Chart of(Scope scope, List<Statement> shown) {
        List<BigDecimal> steps = steps(shown);
        TreeSet<Integer> years = new TreeSet<>();
        shown.forEach(one -> years.add(Integer.valueOf(one.year())));
        double low = steps.getFirst().doubleValue();
        double high = steps.getLast().doubleValue();
        List<Point> points = new ArrayList<>();
        for (Statement one : shown) {
            points.add(point(one, across(Integer.parseInt(one.year()), years), low, high));
        }
        return new Chart(
                scope.about(),
                scope.industries(),
                points,
                years.stream()
                        .map(year -> new Tick(across(year, years), BigDecimal.valueOf(year)))
                        .toList(),
                steps.stream()
                        .map(step -> new Tick(down(step.doubleValue(), low, high), step))
                        .toList());
    }

    private static Point point(Statement one, double x, double low, double high) {
        StatedFigure figure = one.figure();
        double top = figure.max().map(BigDecimal::doubleValue).orElse(high);
        double bottom = figure.min().map(BigDecimal::doubleValue).orElse(low);
        // "about 200 million" has no bound: it is a point
        boolean band = (figure.min().isPresent() || figure.max().isPresent()) && top > bottom;
        double level = figure.level().orElseThrow().doubleValue();
        return band
                ? new Point(one, x, down(top, low, high), down(bottom, low, high), true)
                : new Point(one, x, down(level, low, high), down(level, low, high), false);
    }

    private static double across(int year, TreeSet<Integer> years) {
        double width = WIDTH - LEFT - RIGHT;
        int span = years.last() - years.first();
        return span == 0
                ? LEFT + width / 2
                : LEFT + 40 + (width - 80) * (year - years.first()) / span;
    }

    private static double down(double value, double low, double high) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (high - value) / (high - low);
    }

    /** Round numbers from zero, or from below the minimum, to above the maximum. */
    private static List<BigDecimal> steps(List<Statement> shown) {
        double least = 0;
        double most = 0;
        for (Statement one : shown) {
            StatedFigure figure = one.figure();
            double level = figure.level().orElseThrow().doubleValue();
            least = Math.min(least, level);
            most = Math.max(most, figure.max().map(BigDecimal::doubleValue).orElse(level) * 1.15);
        }
        double rough = (most - least == 0 ? 1 : most - least) / 4;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step =
                power
                        * (rough / power <= 1
                                ? 1
                                : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
        List<BigDecimal> steps = new ArrayList<>();
        BigDecimal exact = BigDecimal.valueOf(step);
        long first = (long) Math.floor(least / step);
        long last = Math.max(first + 1, (long) Math.ceil(most / step));
        for (long at = first; at <= last; at++) {
            steps.add(exact.multiply(BigDecimal.valueOf(at)).stripTrailingZeros());
        }
        return steps;
    }
}
