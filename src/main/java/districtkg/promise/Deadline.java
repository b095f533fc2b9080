package districtkg.promise;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.statement.Statement;
import districtkg.vocab.Dkg;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * A promise with a deadline, and the day on which it ended.
 *
 * @param promise the promise
 * @param made the first day on which the document that made it can have appeared
 * @param due the last day on which it is in time
 * @param end the day of its evidence; of what is overdue, the day of the newest document that shows
 *     it unfinished
 */
public record Deadline(Statement promise, LocalDate made, LocalDate due, LocalDate end) {

    /** Those of promises, by deadline; promises without a stage or a dated end are left out. */
    public static List<Deadline> all(GraphReader things, List<Statement> promises) {
        return promises.stream()
                .filter(one -> !one.due().isEmpty() && !one.status().isEmpty())
                .sorted(Comparator.comparing(Statement::due))
                .flatMap(one -> of(things, one).stream())
                .toList();
    }

    /** The thing that was promised. */
    public Ref thing() {
        return promise.about().getFirst();
    }

    int monthsLate() {
        return promise.lateness().least().orElse(-1);
    }

    private static Optional<Deadline> of(GraphReader things, Statement promise) {
        Optional<LocalDate> made = day(things, promise.document(), "earliest");
        Optional<LocalDate> due = day(things, promise.self(), "latest");
        Optional<LocalDate> end = end(things, promise);
        return made.isPresent() && due.isPresent() && end.isPresent()
                ? Optional.of(
                        new Deadline(
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
}
