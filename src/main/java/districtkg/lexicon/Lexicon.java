package districtkg.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table on the class path: UTF-8, tab-separated, with a header line; lines that begin with {@code
 * #} are comments. Immutable.
 *
 * @param name file name, for messages
 * @param rows in the order of the file
 */
public record Lexicon(String name, List<Row> rows) {
    /**
     * One line of the table.
     *
     * @param line from 1
     * @param cells by column name; missing cells at the end are empty
     */
    public record Row(int line, Map<String, String> cells) {
        /** The cell of a column; empty if it is missing. */
        public String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * Reads a table from the package of a class.
     *
     * @throws IllegalStateException if it is missing or a row is longer than the header
     */
    public static Lexicon beside(Class<?> owner, String name) {
        try (InputStream file = owner.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no lexicon " + name + " beside " + owner);
            }
            return parse(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Lexicon parse(String name, String content) {
        List<String> columns = List.of();
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : content.split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (columns.isEmpty()) {
                columns = cells;
            } else if (cells.size() > columns.size()) {
                throw new IllegalStateException(name + ":" + number + " has too many columns");
            } else {
                rows.add(row(number, columns, cells));
            }
        }
        return new Lexicon(name, List.copyOf(rows));
    }

    private static Row row(int number, List<String> columns, List<String> cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int at = 0; at < cells.size(); at++) {
            named.put(columns.get(at), cells.get(at));
        }
        return new Row(number, named);
    }
}
