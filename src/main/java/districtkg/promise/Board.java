package districtkg.promise;

import districtkg.statement.Statement;
import districtkg.store.Ref;
import districtkg.store.Things;
import districtkg.vocab.Dkg;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deadlines against what happened: one line for each promise with a deadline that something later
 * is known of, grouped by the thing that was promised, the longest delay first.
 *
 * @param groups the things with their lines
 * @param years marks below the lines, with their place from the left
 * @param height of the drawing
 */
public record Board(List<Group> groups, List<Year> years, int height) {
    public static final int WIDTH = 900;
    private static final int LEFT = 8;
    private static final int RIGHT = 8;
    private static final int LINE = 18;
    private static final int HEAD = 30;
    private static final int FOOT = 30;

    /**
     * A thing that was promised, once or again and again.
     *
     * @param thing what was promised
     * @param y from the top, where its name stands
     * @param lines its promises in the order of their deadlines
     */
    public record Group(Ref thing, int y, List<Line> lines) {}

    /**
     * One promise.
     *
     * @param promise what was promised
     * @param made where the document that made it stands
     * @param due where the deadline stands
     * @param end where its evidence stands, or, if it is overdue, the document that shows it so
     * @param y from the top
     */
    public record Line(Statement promise, double made, double due, double end, int y) {}

    /**
     * A mark of a year.
     *
     * @param year the year
     * @param x where it begins
     */
    public record Year(int year, double x) {}

    /** Draws the promises of a graph. */
    public static Board of(Things things, List<Statement> promises) {
        Map<Ref, List<Statement>> byThing = new LinkedHashMap<>();
        promises.stream()
                .filter(
                        one ->
                                !one.due().isEmpty()
                                        && !one.evidence().isEmpty()
                                        && !one.status().isEmpty())
                .sorted(Comparator.comparing(Statement::due))
                .forEach(
                        one ->
                                byThing.computeIfAbsent(
                                                one.about().getFirst(), thing -> new ArrayList<>())
                                        .add(one));
        List<LocalDate> days = new ArrayList<>();
        byThing.values().stream()
                .flatMap(List::stream)
                .forEach(
                        one ->
                                days.addAll(
                                        List.of(
                                                made(things, one),
                                                due(things, one),
                                                end(things, one))));
        if (days.isEmpty()) {
            return new Board(List.of(), List.of(), 0);
        }
        int first = days.stream().min(Comparator.naturalOrder()).orElseThrow().getYear();
        int last = days.stream().max(Comparator.naturalOrder()).orElseThrow().getYear() + 1;
        List<Group> groups = new ArrayList<>();
        int y = HEAD;
        for (Map.Entry<Ref, List<Statement>> entry : longestFirst(byThing)) {
            int top = y;
            List<Line> lines = new ArrayList<>();
            for (Statement one : entry.getValue()) {
                y += LINE;
                lines.add(
                        new Line(
                                one,
                                across(made(things, one), first, last),
                                across(due(things, one), first, last),
                                across(end(things, one), first, last),
                                y));
            }
            groups.add(new Group(entry.getKey(), top, lines));
            y += LINE + LINE / 2;
        }
        List<Year> years = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            years.add(new Year(year, across(LocalDate.of(year, 1, 1), first, last)));
        }
        return new Board(groups, years, y + FOOT - LINE);
    }

    private static List<Map.Entry<Ref, List<Statement>>> longestFirst(
            Map<Ref, List<Statement>> byThing) {
        return byThing.entrySet().stream()
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<Ref, List<Statement>> entry) ->
                                                -entry.getValue().stream()
                                                        .mapToInt(Board::late)
                                                        .max()
                                                        .orElse(0))
                                .thenComparing(entry -> entry.getKey().iri()))
                .toList();
    }

    private static int late(Statement promise) {
        return promise.monthsLate().isEmpty() ? -1 : Integer.parseInt(promise.monthsLate());
    }

    private static double across(LocalDate day, int first, int last) {
        LocalDate from = LocalDate.of(first, 1, 1);
        double all = ChronoUnit.DAYS.between(from, LocalDate.of(last, 1, 1));
        double share = ChronoUnit.DAYS.between(from, day) / all;
        return LEFT + Math.min(1, share) * (WIDTH - LEFT - RIGHT);
    }

    private static LocalDate made(Things things, Statement promise) {
        return day(things, promise.document().iri(), "earliest");
    }

    private static LocalDate due(Things things, Statement promise) {
        return day(things, promise.self().iri(), "latest");
    }

    /** When it was done at the earliest, or when a document last showed it open. */
    private static LocalDate end(Things things, Statement promise) {
        boolean done =
                promise.verdict().map(verdict -> !verdict.iri().endsWith("#overdue")).orElse(false);
        return promise.evidence().stream()
                .map(
                        one ->
                                done
                                        ? day(things, one.iri(), "earliest")
                                        : things.value(Dkg.iri(one.iri()), Dkg.DOCUMENT_OF)
                                                .map(
                                                        document ->
                                                                day(
                                                                        things,
                                                                        document.getURI(),
                                                                        "earliest"))
                                                .orElseThrow())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate day(Things things, String iri, String property) {
        return LocalDate.parse(things.text(Dkg.iri(iri), Dkg.term(property)));
    }
}
