package districtkg.table;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes tables: UTF-8, commas, one line for each row, the same bytes for the same rows. */
public final class TableWriter {
    private TableWriter() {}

    /** A table of statements; each row holds its cells by the names of their columns. */
    public static String statements(List<Map<String, String>> rows) {
        return table(StatementColumns.ALL, rows);
    }

    /** A table of the things of a place: id, zh, en, kind. */
    public static String things(List<Map<String, String>> rows) {
        return table(ThingTable.COLUMNS, rows);
    }

    private static String table(List<String> columns, List<Map<String, String>> rows) {
        StringWriter table = new StringWriter();
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(columns.toArray(String[]::new))
                        .setRecordSeparator("\n")
                        .get();
        try (CSVPrinter printer = new CSVPrinter(table, format)) {
            for (Map<String, String> row : rows) {
                printer.printRecord(
                        columns.stream().map(column -> row.getOrDefault(column, "")).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return table.toString();
    }
}
