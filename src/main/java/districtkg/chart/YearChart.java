package districtkg.chart;

import districtkg.statement.StatedFigure;
import districtkg.statement.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A chart of series by year. Outcomes are points, joined over consecutive years by a line and over
 * years without a figure by a dashed one; targets are ticks with the direction in which they are
 * met, or bands.
 *
 * @param size of the drawing
 * @param lines one for each series
 * @param years marks of the horizontal axis, to scale
 * @param ticks marks of the vertical axis
 */
public record YearChart(Size size, List<Line> lines, List<Tick> years, List<Tick> ticks) {

    /** The sizes of a chart, and the margins around its plot area. */
    public enum Size {
        /** One chart, over the width of a page. */
        LARGE(720, 340, 84, 20, 18, 34, 10),
        /** One of many, side by side. */
        SMALL(340, 170, 76, 10, 12, 26, 5);

        private final int width;
        private final int height;
        private final int left;
        private final int right;
        private final int top;
        private final int bottom;
        private final int labels;

        Size(int width, int height, int left, int right, int top, int bottom, int labels) {
            this.width = width;
            this.height = height;
            this.left = left;
            this.right = right;
            this.top = top;
            this.bottom = bottom;
            this.labels = labels;
        }

        /** Width of the drawing, in user units of SVG. */
        public int width() {
            return width;
        }

        /** Height of the drawing, in user units of SVG. */
        public int height() {
            return height;
        }

        /** Where the plot begins. */
        public int left() {
            return left;
        }

        /** Where the plot ends. */
        public int right() {
            return width - right;
        }

        /** The upper end of the plot. */
        public int top() {
            return top;
        }

        /** The lower end of the plot. */
        public int bottom() {
            return height - bottom;
        }
    }

    /**
     * A mark on an axis.
     *
     * @param at its position in the drawing
     * @param value its value
     */
    public record Tick(double at, BigDecimal value) {}

    /**
     * One series.
     *
     * @param series its figures
     * @param colour its number, from 0
     * @param path through outcomes of consecutive years; empty for less than two
     * @param gaps over years without an outcome
     * @param points the outcomes
     * @param aims the targets
     */
    public record Line(
            Series series,
            int colour,
            String path,
            String gaps,
            List<Point> points,
            List<Aim> aims) {}

    /**
     * An outcome.
     *
     * @param statement the statement of it
     * @param x from the left
     * @param y from the top
     */
    public record Point(Statement statement, double x, double y) {}

    /**
     * A target.
     *
     * @param statement that promises it
     * @param x from the left
     * @param y from the top; of a range its upper end
     * @param low from the top; of a range its lower end, otherwise the same as y
     * @param side where it is met: 1 at or above the tick, -1 at or below, 0 at the tick or within
     *     the range
     */
    public record Aim(Statement statement, double x, double y, double low, int side) {
        /** Whether it is a range. */
        public boolean range() {
            return low > y;
        }

        /** A tick, with an arrow towards the side where it is met. */
        public String path() {
            String tick = "M%s %sh16".formatted(x - 8, y);
            return side == 0
                    ? tick
                    : tick + "m-12 %dl4 %dl4 %d".formatted(-3 * side, -5 * side, 5 * side);
        }
    }

    /** Draws series; those without a figure that can be drawn are left out. */
    public static YearChart of(Size size, List<Series> shown) {
        List<Statement> all =
                shown.stream()
                        .flatMap(one -> one.statements().stream())
                        .filter(Series::drawable)
                        .toList();
        TreeSet<Integer> years = new TreeSet<>();
        all.forEach(one -> years.add(Integer.valueOf(one.year())));
        ValueAxis axis = ValueAxis.holding(all.stream().flatMap(YearChart::ends).toList());
        Plot plot = new Plot(size, years, axis);
        List<Line> lines = new ArrayList<>();
        for (Series one : shown) {
            lines.add(plot.line(one, lines.size()));
        }
        return new YearChart(
                size,
                lines.stream()
                        .filter(one -> !one.points().isEmpty() || !one.aims().isEmpty())
                        .toList(),
                plot.years(),
                axis.values().stream().map(one -> new Tick(plot.down(one), one)).toList());
    }

    /** The number of figures that are drawn. */
    public int figures() {
        return lines.stream().mapToInt(one -> one.points().size() + one.aims().size()).sum();
    }

    /** Whether any target is drawn. */
    public boolean aims() {
        return lines.stream().anyMatch(one -> !one.aims().isEmpty());
    }

    /** Whether any target is a range. */
    public boolean bands() {
        return lines.stream().flatMap(one -> one.aims().stream()).anyMatch(Aim::range);
    }

    /** Whether any line goes over years without a figure. */
    public boolean gaps() {
        return lines.stream().anyMatch(one -> !one.gaps().isEmpty());
    }

    private static Stream<BigDecimal> ends(Statement one) {
        StatedFigure figure = one.figure();
        return Stream.of(figure.value(), figure.min(), figure.max()).flatMap(Optional::stream);
    }

    /** The area of a chart in which figures are drawn. */
    private record Plot(Size size, TreeSet<Integer> all, ValueAxis axis) {
        Line line(Series series, int colour) {
            List<Point> points = new ArrayList<>();
            List<Aim> aims = new ArrayList<>();
            TreeMap<Integer, Point> newest = new TreeMap<>();
            for (Statement one : series.statements().stream().filter(Series::drawable).toList()) {
                if (one.promises()) {
                    aims.add(aim(one));
                } else {
                    Point point =
                            new Point(
                                    one,
                                    across(Integer.parseInt(one.year())),
                                    down(one.figure().level().orElseThrow()));
                    points.add(point);
                    newest.put(Integer.valueOf(one.year()), point);
                }
            }
            return new Line(series, colour, path(newest, true), path(newest, false), points, aims);
        }

        private Aim aim(Statement one) {
            StatedFigure figure = one.figure();
            double x = across(Integer.parseInt(one.year()));
            if (figure.value().isEmpty() && figure.min().isPresent() && figure.max().isPresent()) {
                return new Aim(
                        one,
                        x,
                        down(figure.max().orElseThrow()),
                        down(figure.min().orElseThrow()),
                        0);
            }
            double y = down(figure.value().or(figure::level).orElseThrow());
            int side =
                    figure.min().isPresent() == figure.max().isPresent()
                            ? 0
                            : figure.min().isPresent() ? 1 : -1;
            return new Aim(one, x, y, y, side);
        }

        /** The parts of a line over consecutive years, or those over gaps. */
        private static String path(SortedMap<Integer, Point> points, boolean consecutive) {
            StringBuilder path = new StringBuilder();
            List<Integer> years = List.copyOf(points.keySet());
            List<Point> inOrder = List.copyOf(points.values());
            for (int at = 1; at < years.size(); at++) {
                if ((years.get(at) - years.get(at - 1) == 1) == consecutive) {
                    Point from = inOrder.get(at - 1);
                    Point to = inOrder.get(at);
                    path.append("M%s %sL%s %s".formatted(from.x(), from.y(), to.x(), to.y()));
                }
            }
            return path.toString();
        }

        double across(int year) {
            int span = all.last() - all.first();
            double inset = (size.right() - size.left()) * 0.06;
            return tenth(
                    span == 0
                            ? (size.left() + size.right()) / 2.0
                            : size.left()
                                    + inset
                                    + (size.right() - size.left() - 2 * inset)
                                            * (year - all.first())
                                            / span);
        }

        double down(BigDecimal value) {
            return tenth(size.bottom() - (size.bottom() - size.top()) * axis.share(value));
        }

        /** Every year, or every second, third and so on where they would not fit. */
        List<Tick> years() {
            if (all.isEmpty()) {
                return List.of();
            }
            int every = (all.last() - all.first()) / size.labels + 1;
            List<Tick> ticks = new ArrayList<>();
            for (int year = all.last(); year >= all.first(); year -= every) {
                ticks.addFirst(new Tick(across(year), BigDecimal.valueOf(year)));
            }
            return ticks;
        }

        private static double tenth(double position) {
            return Math.round(position * 10) / 10.0;
        }
    }
}
