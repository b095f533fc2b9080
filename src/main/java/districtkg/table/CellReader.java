package districtkg.table;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The cells of one row, with what is wrong with them. It knows how spreadsheets change what was
 * typed, so that the message names the cause.
 */
final class CellReader {
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

    CellReader(Path path, CsvFile.Row row, List<Fault> faults) {
        this.path = path;
        this.row = row;
        this.faults = faults;
        this.before = faults.size();
    }

    String words(String column) {
        return row.get(column);
    }

    boolean has(String column) {
        return !row.get(column).isEmpty();
    }

    /** Whether no fault of this row was told so far. */
    boolean isSound() {
        return faults.size() == before;
    }

    /** A decimal number; nothing where the cell is empty or is none, which is told. */
    Optional<BigDecimal> number(String column) {
        String words = row.get(column);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (NUMBER.matcher(words).matches()) {
            return Optional.of(new BigDecimal(words));
        }
        if (SCIENTIFIC.matcher(words).matches() || GROUPED.matcher(words).matches()) {
            mangled(column, "a spreadsheet wrote the number " + words + " in its own way");
        } else if (words.endsWith("%")) {
            mangled(column, "the number carries its unit: " + words);
        } else {
            fault("table-cell", column, "“" + words + "” is no number", "write it as  2571.67");
        }
        return Optional.empty();
    }

    /** A time; nothing where the cell is empty or is none, which is told. */
    Optional<StatedPeriod> period(String column) {
        String words = row.get(column);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Optional<StatedPeriod> period = StatedPeriod.of(words);
        if (period.isEmpty()) {
            if (MONTH_NAME.matcher(words).matches() || SLASHED.matcher(words).matches()) {
                mangled(column, "a spreadsheet wrote the time " + words + " in its own way");
            } else {
                fault(
                        "table-cell",
                        column,
                        "“"
                                + words
                                + "” is no year, month or day between 1949 and 2099, nor two of them in order",
                        "write it as  2021,  2021-06,  2021-06-15  or  2016/2020");
            }
        }
        return period;
    }

    /** A position in a text; nothing where the cell is empty or is none, which is told. */
    Optional<Integer> position(String column) {
        String words = row.get(column);
        if (POSITION.matcher(words).matches()) {
            return Optional.of(Integer.valueOf(words.replace(".0", "")));
        }
        if (SCIENTIFIC.matcher(words).matches() || GROUPED.matcher(words).matches()) {
            mangled(column, "a spreadsheet wrote the position " + words + " in its own way");
        } else {
            fault(
                    "table-cell",
                    column,
                    "“" + words + "” is no position in the text",
                    "write the number of characters before it");
        }
        return Optional.empty();
    }

    /** One of some words; nothing where the cell is empty or holds another, which is told. */
    <T> Optional<T> oneOf(String column, Function<String, Optional<T>> known, String which) {
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

    /** Tells a cell that must be filled. */
    void require(String column, String why) {
        if (!has(column)) {
            fault("table-row", column, "the cell is empty: " + why, "fill it in");
        }
    }

    /** Tells a cell that must be empty. */
    void refuse(String column, String why) {
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

    void fault(String code, String column, String what, String fix) {
        Location cell = new Location(path, row.line(), row.position(column));
        Fault fault = Fault.at(cell, code, "%s: %s".formatted(column, what), fix);
        faults.add(fault);
    }
}
