package districtkg.verify;

import districtkg.extract.PrintedDate;
import districtkg.extract.Span;
import districtkg.vocab.Dkg;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** Finds the words that print each date, unless it is declared inferred. */
final class Dates {
    private final Subject subject;
    private final Optional<TemporalAccessor> published;
    private final List<Span> proven = new ArrayList<>();
    private int inferred;

    Dates(Subject subject) {
        this.subject = subject;
        this.published =
                subject.facts().words(subject.document(), Dkg.PUBLISHED).flatMap(Dates::parse);
        for (Node statement : subject.statements()) {
            List<PrintedDate> printed =
                    Stream.concat(
                                    subject.sources(statement).stream(),
                                    subject.dateSources(statement).stream())
                            .flatMap(
                                    span ->
                                            PrintedDate.in(subject.text(), span, published)
                                                    .stream())
                            .toList();
            for (Node property : List.of(Dkg.DATE, Dkg.DUE, Dkg.SINCE)) {
                subject.facts()
                        .words(statement, property)
                        .ifPresent(said -> check(statement, property, said, printed));
            }
        }
    }

    /** Where dates are printed that statements rest on. */
    List<Span> proven() {
        return proven;
    }

    /** Dates that the editor worked out. */
    int inferred() {
        return inferred;
    }

    private void check(Node statement, Node property, String said, List<PrintedDate> printed) {
        if (subject.facts().inferred(statement, property)) {
            inferred++;
            return;
        }
        List<PrintedDate> proofs =
                parse(said)
                        .map(claim -> printed.stream().filter(date -> date.proves(claim)).toList())
                        .orElse(List.of());
        if (proofs.isEmpty()) {
            subject.fault(
                    "date-unproven",
                    statement,
                    property,
                    "No passage of the statement prints "
                            + said
                            + (printed.isEmpty()
                                    ? "."
                                    : "; they print "
                                            + printed.stream()
                                                    .map(date -> date.date().toString())
                                                    .toList()
                                            + "."),
                    "name the passage that prints it with :dateSource, or declare  :inferred :"
                            + property.getLocalName());
        }
        proofs.forEach(date -> proven.add(date.span()));
    }

    private static Optional<TemporalAccessor> parse(String said) {
        try {
            return Optional.of(
                    switch (said.length()) {
                        case 4 -> Year.parse(said);
                        case 7 -> YearMonth.parse(said);
                        default -> LocalDate.parse(said);
                    });
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
