package districtkg.table.statement;

import districtkg.table.cell.CellReader;
import districtkg.table.cell.SharedTerms;
import districtkg.table.cell.SharedTerms.Unit;
import districtkg.vocab.ClosedLists;
import districtkg.vocab.Dkg;
import districtkg.vocab.Qudt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/**
 * The figure of a row: a number or a range with its unit and bound, a rank, or a streak.
 *
 * @param cells the cells of the row
 * @param kind kind of the row
 * @param terms the units, bounds and indicators
 */
record FigureCells(CellReader cells, RowKind kind, SharedTerms terms) {
    private static final Node PERCENT = Dkg.iri(Qudt.UNITS + "PERCENT");
    private static final BigDecimal LARGEST_PERCENT = BigDecimal.valueOf(1000);

    /** Whether the unit of a row is a rank or a streak. */
    static boolean isStanding(CellReader cells) {
        String unit = cells.words(StatementColumns.UNIT);
        return unit.equals(StatementColumns.RANK) || unit.equals(StatementColumns.STREAK);
    }

    /** Adds the triples of the figure, and reports what is wrong with it. */
    void write(Node statement, Graph graph) {
        Optional<BigDecimal> number = cells.number(StatementColumns.NUMBER);
        Optional<BigDecimal> upper = cells.number(StatementColumns.UPPER);
        if (isStanding(cells)) {
            writeStanding(statement, graph, number);
            return;
        }
        if (number.isEmpty()) {
            if (!cells.has(StatementColumns.NUMBER)) {
                cells.refuse(StatementColumns.UNIT, "there is no number");
                cells.refuse(StatementColumns.BOUND, "there is no number");
                cells.refuse(StatementColumns.UPPER, "there is no number");
                if (kind == RowKind.TARGET) {
                    cells.fault(
                            "target-figure",
                            StatementColumns.NUMBER,
                            "a target has a figure",
                            "add the figure, or write  commitment  as its kind");
                }
            }
            return;
        }
        Optional<Unit> unit = unit();
        Optional<Node> bound = bound();
        if (unit.isEmpty() || bound.isEmpty()) {
            return;
        }
        graph.add(statement, Dkg.UNIT, unit.get().base());
        graph.add(statement, Dkg.BOUND, bound.get());
        graph.add(statement, Dkg.STATED_UNIT, unit.get().node());
        if (upper.isPresent()) {
            if (upper.get().compareTo(number.get()) <= 0) {
                cells.fault(
                        "figure-range",
                        StatementColumns.UPPER,
                        "the upper end of the range is not above the lower",
                        "check both numbers");
            }
            graph.add(statement, Dkg.STATED_MIN, decimal(number.get()));
            graph.add(statement, Dkg.STATED_MAX, decimal(upper.get()));
        } else {
            BigDecimal value = number.get().multiply(unit.get().multiplier());
            graph.add(statement, Dkg.STATED_VALUE, decimal(number.get()));
            graph.add(statement, Dkg.VALUE, decimal(value));
            if (unit.get().base().equals(PERCENT) && value.abs().compareTo(LARGEST_PERCENT) > 0) {
                cells.fault(
                        "figure-percent",
                        StatementColumns.NUMBER,
                        "a percentage over 1000 is probably an error",
                        "check the number");
            }
        }
    }

    /** A rank or a streak. */
    private void writeStanding(Node statement, Graph graph, Optional<BigDecimal> number) {
        boolean rank = cells.words(StatementColumns.UNIT).equals(StatementColumns.RANK);
        if (kind != RowKind.RECOGNITION && kind != RowKind.DOUBTED) {
            cells.fault(
                    "table-row",
                    StatementColumns.KIND,
                    "a rank and a number of years in a row are those of a recognition",
                    "write  recognition");
        }
        if (number.isEmpty() || !number.get().toPlainString().matches("[1-9]\\d{0,3}(\\.0)?")) {
            cells.fault(
                    rank ? "recognition-rank" : "recognition-streak",
                    StatementColumns.NUMBER,
                    "it is a whole number from 1",
                    "write  1");
            return;
        }
        cells.refuse(StatementColumns.UPPER, "a rank has no range");
        cells.refuse(StatementColumns.BOUND, "a rank has no bound");
        graph.add(
                statement,
                rank ? Dkg.RANK : Dkg.CONSECUTIVE_YEARS,
                NodeFactoryExtra.intToNode(number.get().intValueExact()));
    }

    private Optional<Unit> unit() {
        cells.require(StatementColumns.UNIT, "a number has a unit");
        List<Unit> units = terms.units(cells.words(StatementColumns.UNIT));
        if (units.isEmpty()) {
            if (cells.has(StatementColumns.UNIT)) {
                cells.fault(
                        "table-name",
                        StatementColumns.UNIT,
                        "there is no unit “" + cells.words(StatementColumns.UNIT) + "”",
                        "write it as printed, or add it to data/lists/units.ttl");
            }
            return Optional.empty();
        }
        Optional<Node> wanted =
                terms.node(cells.words(StatementColumns.INDICATOR))
                        .flatMap(indicator -> terms.one(indicator, Dkg.UNIT));
        Optional<Unit> fitting = fitting(units, wanted);
        if (fitting.isEmpty()) {
            cells.fault(
                    "figure-unit-of-indicator",
                    StatementColumns.UNIT,
                    "the indicator is kept in %s, and “%s” is not a multiple of it"
                            .formatted(
                                    wanted.map(terms::shown).orElse("another unit"),
                                    cells.words(StatementColumns.UNIT)),
                    "correct the indicator or the unit");
        }
        return fitting;
    }

    /**
     * The unit that printed words mean.
     *
     * @param units that the words may mean
     * @param wanted the unit in which an indicator is kept, if there is one
     */
    static Optional<Unit> fitting(List<Unit> units, Optional<Node> wanted) {
        return units.stream()
                .filter(unit -> wanted.map(unit.base()::equals).orElse(true))
                .findFirst();
    }

    private Optional<Node> bound() {
        cells.require(StatementColumns.BOUND, "a number has a bound");
        return cells.term(StatementColumns.BOUND, "Bound", ClosedLists.BOUNDS, terms);
    }

    private static Node decimal(BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        return NodeFactory.createLiteralDT(
                plain.contains(".") ? plain : plain + ".0", XSDDatatype.XSDdecimal);
    }
}
