package districtkg.promise;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.statement.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A chart of deadlines and what became of them: one line for each promise with a deadline and later
 * evidence, grouped by the promised thing, the longest delay first. Positions are percentages of
 * the width.
 *
 * @param groups the things with their lines
 * @param years marks of the time axis
 */
public record DeadlineChart(List<Group> groups, List<Year> years) {

    /**
     * A thing that was promised, once or repeatedly.
     *
     * @param thing the thing
     * @param lines its promises in the order of their deadlines
     */
    public record Group(Ref thing, List<Line> lines) {}

    /**
     * One promise.
     *
     * @param promise the promise
     * @param made position of the document that made it
     * @param due position of the deadline
     * @param end position of its evidence, or, if it is overdue, of the document that shows this
     */
    public record Line(Statement promise, double made, double due, double end) {}

    /**
     * A mark of a year.
     *
     * @param year the year
     * @param x where it starts
     * @param major whether it is labelled where space is short
     */
    public record Year(int year, double x, boolean major) {}

    /** Draws those of some promises that have a deadline and a dated end. */
    public static DeadlineChart of(GraphReader things, List<Statement> promises) {
        return of(Deadline.all(things, promises));
    }

    /** Draws deadlines. */
    public static DeadlineChart of(List<Deadline> deadlines) {
        if (deadlines.isEmpty()) {
            return new DeadlineChart(List.of(), List.of());
        }
        Scale scale = Scale.of(deadlines);
        return new DeadlineChart(
                longestFirst(deadlines).stream()
                        .map(
                                ofThing ->
                                        new Group(
                                                ofThing.getFirst().thing(),
                                                ofThing.stream().map(scale::line).toList()))
                        .toList(),
                scale.years());
    }

    /** The promises that are drawn, in the order of the chart. */
    public List<Statement> promises() {
        return groups.stream().flatMap(one -> one.lines().stream()).map(Line::promise).toList();
    }

    /** The width of a year, as a share of the whole. */
    public double step() {
        return 1.0 / (years.size() - 1);
    }

    /** The chart with only some of its groups, on the same axis. */
    public DeadlineChart with(List<Group> some) {
        return new DeadlineChart(some, years);
    }

    private static List<List<Deadline>> longestFirst(List<Deadline> deadlines) {
        return deadlines.stream().collect(Collectors.groupingBy(Deadline::thing)).values().stream()
                .sorted(
                        Comparator.comparing(
                                        (List<Deadline> ofThing) ->
                                                -ofThing.stream()
                                                        .mapToInt(Deadline::monthsLate)
                                                        .max()
                                                        .orElseThrow())
                                .thenComparing(ofThing -> ofThing.getFirst().thing().iri()))
                .toList();
    }

    /** A time scale from 1 January of the first year to 1 January after the last. */
    private record Scale(int first, int last) {
        /** From this number of years, only some are labelled where space is short. */
        private static final int MANY = 8;

        static Scale of(List<Deadline> deadlines) {
            IntSummaryStatistics years =
                    deadlines.stream()
                            .flatMap(one -> Stream.of(one.made(), one.due(), one.end()))
                            .mapToInt(LocalDate::getYear)
                            .summaryStatistics();
            return new Scale(years.getMin(), years.getMax() + 1);
        }

        Line line(Deadline one) {
            return new Line(
                    one.promise(), across(one.made()), across(one.due()), across(one.end()));
        }

        double across(LocalDate day) {
            LocalDate from = LocalDate.of(first, 1, 1);
            double all = ChronoUnit.DAYS.between(from, LocalDate.of(last, 1, 1));
            return Math.round(1000 * ChronoUnit.DAYS.between(from, day) / all) / 10.0;
        }

        List<Year> years() {
            return IntStream.rangeClosed(first, last)
                    .mapToObj(
                            year ->
                                    new Year(
                                            year,
                                            across(LocalDate.of(year, 1, 1)),
                                            last - first < MANY || year % 5 == 0))
                    .toList();
        }
    }
}
