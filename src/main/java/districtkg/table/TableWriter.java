package districtkg.table;

import districtkg.table.statement.StatementColumns;
import districtkg.text.CsvText;
import java.util.List;
import java.util.Map;

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
        return CsvText.ofMaps(columns, rows);
    }
}
