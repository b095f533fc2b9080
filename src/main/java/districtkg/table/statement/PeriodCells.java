package districtkg.table.statement;

import districtkg.table.cell.CellReader;
import districtkg.table.cell.StatedPeriod;
import districtkg.vocab.Dkg;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * The period of a row: when something was the case, or when it is due.
 *
 * @param cells the cells of the row
 * @param kind kind of the row
 * @param published when the document was published, as precisely as known
 */
record PeriodCells(CellReader cells, RowKind kind, Optional<String> published) {
    private static final Set<String> DATED = Set.of("printed", "section");

    /** Adds the triples of the period, and reports what is wrong with it. */
    Optional<StatedPeriod> write(Node statement, Graph graph) {
        Optional<StatedPeriod> period = cells.period(StatementColumns.PERIOD);
        boolean promise = kind.isPromise() || cells.has(StatementColumns.STRENGTH);
        if (kind == RowKind.SPECIFICATION) {
            cells.refuse(StatementColumns.PERIOD, "a specification has no time");
        } else if (!promise) {
            cells.require(StatementColumns.PERIOD, "what is reported has a time");
        }
        Optional<StatedPeriod.Kind> periodKind =
                cells.oneOf(
                        StatementColumns.PERIOD_KIND,
                        StatedPeriod.Kind::of,
                        "write sum, average or months, or leave it empty for one year or a day");
        periodKind.ifPresent(how -> graph.add(statement, Dkg.term("periodKind"), how.term()));
        cells.oneOf(
                StatementColumns.DATED,
                cell -> Optional.of(cell).filter(DATED::contains),
                "write  printed  where the words print the time, or leave it empty");
        if (period.isEmpty()) {
            return period;
        }
        Node property = promise ? Dkg.DUE : Dkg.DATE;
        graph.add(statement, property, StatedPeriod.literal(period.get().end()));
        period.get()
                .since()
                .ifPresent(since -> graph.add(statement, Dkg.SINCE, StatedPeriod.literal(since)));
        if (!cells.words(StatementColumns.DATED).equals(StatementColumns.PRINTED)) {
            graph.add(statement, Dkg.INFERRED, property);
            if (period.get().since().isPresent()) {
                graph.add(statement, Dkg.INFERRED, Dkg.SINCE);
            }
        }
        published.ifPresent(day -> checkTime(promise, period.get(), day));
        return period;
    }

    private void checkTime(boolean promise, StatedPeriod period, String day) {
        if (promise && period.end().substring(0, 4).compareTo(day.substring(0, 4)) < 0) {
            cells.fault(
                    "due-before-document",
                    StatementColumns.PERIOD,
                    "the deadline %s lies before the document, %s".formatted(period.end(), day),
                    "check the period; what is done is an outcome");
        }
        if (!promise && StatedPeriod.after(period.end(), day)) {
            cells.fault(
                    "outcome-in-future",
                    StatementColumns.PERIOD,
                    "what is reported as done in %s lies after the document, %s"
                            .formatted(period.end(), day),
                    "check the period; a plan is a target or a commitment");
        }
    }
}
