package districtkg.promise;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.statement.Statement;
import districtkg.vocab.Dkg;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * A chart of deadlines and what became of them: one line for each promise with a deadline and later
 * evidence, grouped by the promised thing, the longest delay first.
 *
 * @param groups the things with their lines
 * @param years marks below the lines
 * @param height of the drawing
 */
public record DeadlineChart(List<Group> groups, List<Year> years, int height) {
    /** Width of the drawing, in the units of its view box. */
    public static final int WIDTH = 900;

    private static final int LEFT = 8;
    private static final int RIGHT = 8;
    private static final int LINE = 18;
    private static final int HEAD = 30;
    private static final int FOOT = 30;

    /**
     * A thing that was promised, once or repeatedly.
     *
     * @param thing the thing
     * @param y distance of its name from the top
     * @param lines its promises in the order of their deadlines
     */
    public record Group(Ref thing, int y, List<Line> lines) {}

    /**
     * One promise.
     *
     * @param promise the promise
     * @param made position of the document that made it
     * @param due position of the deadline
     * @param end position of its evidence, or, if it is overdue, of the document that shows this
     * @param y distance from the top
     */
    public record Line(Statement promise, double made, double due, double end, int y) {}

    /**
     * A mark of a year.
     *
     * @param year the year
     * @param x where it starts
     */
    public record Year(int year, double x) {}

    /** A promise with the days of its line. */
    private record Dated(Statement promise, LocalDate made, LocalDate due, LocalDate end) {
        int monthsLate() {
            return promise.lateness().least().orElse(-1);
        }

        Ref thing() {
            return promise.about().getFirst();
        }
    }

    /**
     * Draws promises; those without a deadline, a stage or a date of their evidence are omitted.
     */
    public static DeadlineChart of(GraphReader things, List<Statement> promises) {
        List<Dated> dated =
                promises.stream()
                        .filter(one -> !one.due().isEmpty() && !one.status().isEmpty())
                        .sorted(Comparator.comparing(Statement::due))
                        .flatMap(one -> dated(things, one).stream())
                        .toList();
        if (dated.isEmpty()) {
            return new DeadlineChart(List.of(), List.of(), 0);
        }
        Scale scale = Scale.of(dated);
        List<Group> groups = new ArrayList<>();
        int y = HEAD;
        for (List<Dated> ofThing : longestFirst(dated)) {
            int top = y;
            List<Line> lines = new ArrayList<>();
            for (Dated one : ofThing) {
                y += LINE;
                lines.add(
                        new Line(
                                one.promise(),
                                scale.across(one.made()),
                                scale.across(one.due()),
                                scale.across(one.end()),
                                y));
            }
            groups.add(new Group(ofThing.getFirst().thing(), top, lines));
            y += LINE + LINE / 2;
        }
        return new DeadlineChart(groups, scale.years(), y + FOOT - LINE);
    }

    private static List<List<Dated>> longestFirst(List<Dated> dated) {
        return dated.stream().collect(Collectors.groupingBy(Dated::thing)).values().stream()
                .sorted(
                        Comparator.comparing(
                                        (List<Dated> ofThing) ->
                                                -ofThing.stream()
                                                        .mapToInt(Dated::monthsLate)
                                                        .max()
                                                        .orElseThrow())
                                .thenComparing(ofThing -> ofThing.getFirst().thing().iri()))
                .toList();
    }

    private static Optional<Dated> dated(GraphReader things, Statement promise) {
        Optional<LocalDate> made = day(things, promise.document(), "earliest");
        Optional<LocalDate> due = day(things, promise.self(), "latest");
        Optional<LocalDate> end = end(things, promise);
        return made.isPresent() && due.isPresent() && end.isPresent()
                ? Optional.of(
                        new Dated(
                                promise, made.orElseThrow(), due.orElseThrow(), end.orElseThrow()))
                : Optional.empty();
    }

    /** When it was done at the earliest; of what is overdue, when it was last shown unfinished. */
    private static Optional<LocalDate> end(GraphReader things, Statement promise) {
        if (promise.verdict().filter(verdict -> verdict.key().equals("overdue")).isPresent()) {
            return promise.evidence().stream()
                    .flatMap(one -> shownUnfinished(things, one).stream())
                    .max(Comparator.naturalOrder());
        }
        return promise.verdict().filter(verdict -> verdict.key().equals("keptLate")).isPresent()
                ? day(things, promise.self(), "notBefore")
                : Span.closest(
                                promise.evidence().stream()
                                        .filter(one -> dated(things, one))
                                        .flatMap(one -> Span.of(things, one).stream())
                                        .toList())
                        .map(Span::from)
                        .min(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> shownUnfinished(GraphReader things, Ref statement) {
        return dated(things, statement)
                ? day(things, statement, "earliest")
                : things.value(Dkg.iri(statement.iri()), Dkg.DOCUMENT_OF)
                        .flatMap(document -> day(things, document, "earliest"));
    }

    /** Whether it reports something that happened and is not a promise. */
    private static boolean dated(GraphReader things, Ref statement) {
        return !things.text(Dkg.iri(statement.iri()), Dkg.DATE).isEmpty();
    }

    /** The days on which something can have happened. */
    private record Span(LocalDate from, LocalDate to) {
        static Optional<Span> of(GraphReader things, Ref thing) {
            Optional<LocalDate> from = day(things, thing, "earliest");
            Optional<LocalDate> to = day(things, thing, "latest");
            return from.isPresent() && to.isPresent()
                    ? Optional.of(new Span(from.orElseThrow(), to.orElseThrow()))
                    : Optional.empty();
        }

        /** The spans that contain no other: "2022" says less than a day of that year. */
        static Stream<Span> closest(List<Span> spans) {
            return spans.stream()
                    .filter(span -> spans.stream().noneMatch(other -> other.liesIn(span)));
        }

        private boolean liesIn(Span other) {
            return !equals(other) && !from.isBefore(other.from) && !to.isAfter(other.to);
        }
    }

    private static Optional<LocalDate> day(GraphReader things, Ref thing, String property) {
        return day(things, Dkg.iri(thing.iri()), property);
    }

    private static Optional<LocalDate> day(GraphReader things, Node thing, String property) {
        return things.value(thing, Dkg.term(property)).map(GraphReader::text).map(LocalDate::parse);
    }

    /** A time scale from 1 January of the first year to 1 January after the last. */
    private record Scale(int first, int last) {
        static Scale of(List<Dated> dated) {
            IntSummaryStatistics years =
                    dated.stream()
                            .flatMap(one -> Stream.of(one.made(), one.due(), one.end()))
                            .mapToInt(LocalDate::getYear)
                            .summaryStatistics();
            return new Scale(years.getMin(), years.getMax() + 1);
        }

        double across(LocalDate day) {
            LocalDate from = LocalDate.of(first, 1, 1);
            double all = ChronoUnit.DAYS.between(from, LocalDate.of(last, 1, 1));
            return LEFT + (WIDTH - LEFT - RIGHT) * ChronoUnit.DAYS.between(from, day) / all;
        }

        List<Year> years() {
            return IntStream.rangeClosed(first, last)
                    .mapToObj(year -> new Year(year, across(LocalDate.of(year, 1, 1))))
                    .toList();
        }
    }
}
