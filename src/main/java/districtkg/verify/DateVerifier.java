package districtkg.verify;

import districtkg.number.PrintedDate;
import districtkg.text.Span;
import districtkg.verify.document.VerifiedDocument;
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

/** Finds the words that state each date, unless it is marked as inferred. */
final class DateVerifier {
    private final VerifiedDocument subject;
    private final Optional<TemporalAccessor> published;
    private final List<Span> proven = new ArrayList<>();

    DateVerifier(VerifiedDocument subject) {
        this.subject = subject;
        this.published =
                subject.facts()
                        .words(subject.document(), Dkg.PUBLISHED)
                        .flatMap(DateVerifier::parse);
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

    /** Where the dates of statements are printed. */
    List<Span> proven() {
        return proven;
    }

    private void check(Node statement, Node property, String said, List<PrintedDate> printed) {
        if (subject.facts().inferred(statement, property)) {
            return;
        }
        List<PrintedDate> proofs =
                parse(said)
                        .map(claim -> printed.stream().filter(date -> date.proves(claim)).toList())
                        .orElse(List.of());
        checkPrecision(statement, property, said, proofs);
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

    /**
     * Checks the precision of a date against its words. If they are elsewhere, such as 6月15日,2020年
     * for 今年, only a part of them may apply.
     */
    private void checkPrecision(
            Node statement, Node property, String said, List<PrintedDate> proofs) {
        List<Span> own = subject.sources(statement);
        boolean asSaid = proofs.stream().anyMatch(proof -> proof.date().toString().equals(said));
        proofs.stream()
                .filter(proof -> !asSaid && proof.span().coveredBy(own))
                .findFirst()
                .ifPresent(
                        proof ->
                                subject.fault(
                                        "date-precision",
                                        statement,
                                        property,
                                        "The passage prints "
                                                + proof.date()
                                                + ", the data say only "
                                                + said
                                                + ".",
                                        "write  :%s \"%s\"^^%s"
                                                .formatted(
                                                        property.getLocalName(),
                                                        proof.date(),
                                                        type(proof.date().toString()))));
    }

    private static String type(String date) {
        return switch (date.length()) {
            case 4 -> "xsd:gYear";
            case 7 -> "xsd:gYearMonth";
            default -> "xsd:date";
        };
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
