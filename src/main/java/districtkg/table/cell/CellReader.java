package districtkg.table.cell;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.vocab.Dkg;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * Reads the cells of one row and reports their faults. It recognizes how spreadsheets change what
 * was typed, so that the message names the cause. Not thread-safe.
 */
public final class CellReader {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d(\\.\\d+)?[Ee][+-]?\\d+");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([,， ]\\d{3})+(\\.\\d+)?");
    private static final Pattern MONTH_NAME =
            Pattern.compile("(\\d{1,2}-)?[A-Z][a-z]{2}-\\d{2,4}|\\d{1,2}月-\\d{2}");
    private static final Pattern SLASHED = Pattern.compile("\\d{4}/\\d{1,2}(/\\d{1,2})?");
    private static final Pattern POSITION = Pattern.compile("\\d{1,8}(\\.0)?");

    private final Path path;
    private final CsvFile.Row row;
    private final List<Fault> faults;
    private final int before;

    /**
     * A reader of one row.
     *
     * @param faults receives the faults of the cells
     */
    public CellReader(Path path, CsvFile.Row row, List<Fault> faults) {
        this.path = path;
        this.row = row;
        this.faults = faults;
        this.before = faults.size();
    }

    /** The text of a cell; empty if the cell is empty. */
    public String words(String column) {
        return row.get(column);
    }

    /** Whether a cell is filled. */
    public boolean has(String column) {
        return !row.get(column).isEmpty();
    }

    /** Whether no fault of this row was reported so far. */
    public boolean isSound() {
        return faults.size() == before;
    }

    /** A decimal number; empty if the cell is empty or, which is reported, is not a number. */
    public Optional<BigDecimal> number(String column) {
        String words = row.get(column);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (NUMBER.matcher(words).matches()) {
            return Optional.of(new BigDecimal(words));
        }
        if (SCIENTIFIC.matcher(words).matches() || GROUPED.matcher(words).matches()) {
            mangled(column, "a spreadsheet changed the number to " + words);
        } else if (words.endsWith("%")) {
            mangled(column, "the number carries its unit: " + words);
        } else {
            fault("table-cell", column, "“" + words + "” is not a number", "write it as  2571.67");
        }
        return Optional.empty();
    }

    /** A period; empty if the cell is empty or, which is reported, is not a period. */
    public Optional<StatedPeriod> period(String column) {
        String words = row.get(column);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Optional<StatedPeriod> period = StatedPeriod.of(words);
        if (period.isEmpty()) {
            if (MONTH_NAME.matcher(words).matches() || SLASHED.matcher(words).matches()) {
                mangled(column, "a spreadsheet changed the time to " + words);
            } else {
                fault(
                        "table-cell",
                        column,
                        "“"
                                + words
                                + "” is not a year, month or day between 1949 and 2099, nor two of them in order",
                        "write it as  2021,  2021-06,  2021-06-15  or  2016/2020");
            }
        }
        return period;
    }

    /** A position in a text; empty if the cell is not a position, which is reported. */
    public Optional<Integer> position(String column) {
        String words = row.get(column);
        if (POSITION.matcher(words).matches()) {
            return Optional.of(Integer.valueOf(words.replace(".0", "")));
        }
        if (SCIENTIFIC.matcher(words).matches() || GROUPED.matcher(words).matches()) {
            mangled(column, "a spreadsheet changed the position to " + words);
        } else {
            fault(
                    "table-cell",
                    column,
                    "“" + words + "” is not a position in the text",
                    "write the number of characters before it");
        }
        return Optional.empty();
    }

    /**
     * A cell that holds one of some known words; empty if the cell is empty or, which is reported,
     * holds another word.
     *
     * @param known what a word stands for
     * @param which how to correct another word, for the message
     */
    public <T> Optional<T> oneOf(String column, Function<String, Optional<T>> known, String which) {
        if (!has(column)) {
            return Optional.empty();
        }
        Optional<T> found = known.apply(row.get(column));
        if (found.isEmpty()) {
            fault(
                    "table-name",
                    column,
                    "there is no %s “%s”".formatted(column, row.get(column)),
                    which);
        }
        return found;
    }

    /**
     * A cell that holds the local name of a member of a closed list; empty if the cell is empty or,
     * which is reported, holds another word.
     *
     * @param type the class of the list: {@code Status}
     * @param members the local names, for the message
     * @param terms has the members with their class
     */
    public Optional<Node> term(
            String column, String type, List<String> members, SharedTerms terms) {
        return oneOf(
                column,
                cell -> Optional.of(Dkg.term(cell)).filter(node -> terms.isA(node, type)),
                "write one of " + String.join(", ", members));
    }

    /** Reports a fault if a cell is empty. */
    public void require(String column, String why) {
        if (!has(column)) {
            fault("table-row", column, "the cell is empty: " + why, "fill it in");
        }
    }

    /** Reports a fault if a cell is filled. */
    public void refuse(String column, String why) {
        if (has(column)) {
            fault(
                    "table-row",
                    column,
                    "the cell is filled: " + why,
                    "empty it, or change the kind");
        }
    }

    private void mangled(String column, String what) {
        fault(
                "table-mangled",
                column,
                what,
                "format the column as text before typing, and write the number or the time again");
    }

    /** Reports a fault of a cell. */
    public void fault(String code, String column, String what, String fix) {
        Location cell = new Location(path, row.line(), row.position(column));
        Fault fault = Fault.at(cell, code, "%s: %s".formatted(column, what), fix);
        faults.add(fault);
    }
}
