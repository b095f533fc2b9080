package districtkg.table.cell;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import districtkg.text.ByteOrderMark;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file (RFC 4180, UTF-8, a byte order mark and any line ends accepted) as rows of cells.
 *
 * @param path as the user gave it
 * @param columns the names in its first row
 * @param rows the others, without those whose cells are all empty
 */
public record CsvFile(Path path, List<String> columns, List<Row> rows) {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().get();

    /** The code of faults of a file as a whole. */
    static final String FORM = "table-form";

    /** Copies the lists. */
    public CsvFile {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param line of the file, from 1
     * @param columns of the file
     * @param cells in the order of the columns
     */
    public record Row(long line, List<String> columns, List<String> cells) {
        /** The text of a cell, without spaces around it; empty if there is no such column. */
        public String get(String column) {
            int at = columns.indexOf(column);
            return at < 0 ? "" : cells.get(at);
        }

        /** The number of a column, from 1; 0 if the file has none of this name. */
        public int position(String column) {
            return columns.indexOf(column) + 1;
        }
    }

    /** The names of the columns of a file; empty if its first line cannot be read as CSV. */
    public static List<String> columnsOf(Path path) {
        // Malformed UTF-8 is replaced here; reading the whole file reports its position.
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(path), StandardCharsets.UTF_8))) {
            String first = reader.readLine();
            List<CSVRecord> records = records(first == null ? "" : first);
            return records.isEmpty() ? List.of() : cells(records.get(0));
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /**
     * Reads a file.
     *
     * @param required columns that it must have
     * @param known all columns that it may have
     * @param faults receives the faults in the form of the file; its cells are not checked
     * @return empty if the file cannot be read as a table
     */
    public static Optional<CsvFile> read(
            Path path, Set<String> required, Set<String> known, List<Fault> faults) {
        List<CSVRecord> records;
        try {
            records = records(TextFile.read(path));
        } catch (Problem broken) {
            faults.addAll(broken.faults());
            return Optional.empty();
        } catch (IOException | UncheckedIOException broken) {
            faults.add(
                    form(
                            path,
                            1,
                            "a quoted cell is not closed or is followed by other words: "
                                    + String.valueOf(broken.getMessage()).strip(),
                            "close the quotes, and double those inside a cell"));
            return Optional.empty();
        }
        if (records.isEmpty()) {
            faults.add(form(path, 1, "the file is empty", "write the names of the columns"));
            return Optional.empty();
        }
        List<String> columns = cells(records.get(0));
        int before = faults.size();
        check(path, columns, required, known, faults);
        List<Row> rows = new ArrayList<>();
        for (CSVRecord row : records.subList(1, records.size())) {
            List<String> cells = cells(row);
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            long line = row.getRecordNumber();
            if (cells.stream().anyMatch(cell -> cell.indexOf('\n') >= 0)) {
                faults.add(
                        form(
                                path,
                                line,
                                "a cell holds a line break",
                                "write the cell in one line"));
                return Optional.empty(); // the lines of all rows below would be wrong
            }
            if (cells.size() != columns.size()) {
                faults.add(
                        form(
                                path,
                                line,
                                "the row has %d cells, the first row names %d columns"
                                        .formatted(cells.size(), columns.size()),
                                "put a cell that contains a comma between quotes, and keep one cell for each column"));
            } else {
                rows.add(new Row(line, columns, cells));
            }
        }
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new CsvFile(path, columns, rows));
    }

    private static void check(
            Path path,
            List<String> columns,
            Set<String> required,
            Set<String> known,
            List<Fault> faults) {
        if (columns.size() == 1 && columns.get(0).matches(".*[;\t].*")) {
            faults.add(
                    form(
                            path,
                            1,
                            "the cells are separated by semicolons or tabs",
                            "save it as “CSV UTF-8 (comma delimited)”"));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!known.contains(column) || !seen.add(column)) {
                faults.add(
                        form(
                                path,
                                1,
                                known.contains(column)
                                        ? "the column “" + column + "” occurs twice"
                                        : "there is no column “" + column + "”",
                                "the columns are " + String.join(", ", known)));
            }
        }
        for (String column : required) {
            if (!seen.contains(column)) {
                faults.add(
                        form(
                                path,
                                1,
                                "the column “" + column + "” is missing",
                                "add it to the first row"));
            }
        }
    }

    private static List<CSVRecord> records(String words) throws IOException {
        String plain = ByteOrderMark.strip(words);
        try (CSVParser parser = CSVParser.parse(plain, FORMAT)) {
            List<CSVRecord> records = new ArrayList<>();
            parser.forEach(records::add);
            return records;
        }
    }

    private static List<String> cells(CSVRecord row) {
        return row.stream().map(String::strip).toList();
    }

    private static Fault form(Path path, long line, String what, String fix) {
        return Fault.at(Location.of(path, line), FORM, what, fix);
    }
}
