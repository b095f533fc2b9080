package districtkg.text;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes CSV (RFC 4180) with line feeds at the ends of lines: the same text for the same rows. */
public final class CsvText {
    private CsvText() {}

    /** A table whose rows hold their cells by the names of columns; a cell may be missing. */
    public static String ofMaps(List<String> columns, List<? extends Map<String, ?>> rows) {
        return of(
                columns,
                rows.stream()
                        .map(row -> columns.stream().map(column -> cell(row, column)).toList())
                        .toList());
    }

    /** A table whose rows hold their cells in the order of the columns. */
    public static String of(List<String> columns, List<? extends List<?>> rows) {
        StringWriter table = new StringWriter();
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(columns.toArray(String[]::new))
                        .setRecordSeparator("\n")
                        .get();
        try (CSVPrinter printer = new CSVPrinter(table, format)) {
            for (List<?> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return table.toString();
    }

    private static Object cell(Map<String, ?> row, String column) {
        Object cell = row.get(column);
        return cell == null ? "" : cell;
    }
}
