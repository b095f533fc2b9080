package districtkg.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table in memory. Immutable.
 *
 * @param name the name in addresses: {@code statements}
 * @param columns in their order; the first is the key
 * @param rows sorted by the key; a cell has the type of its column, or is null
 */
public record Table(String name, List<Column> columns, List<Object[]> rows) {
    /** Reads the rows of a table. */
    static Table of(String name, List<NodeColumn> columns, List<NodeProperties> nodes) {
        List<Object[]> rows = new ArrayList<>(nodes.size());
        for (NodeProperties node : nodes) {
            Object[] row = new Object[columns.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = columns.get(i).cell().apply(node);
            }
            rows.add(row);
        }
        return new Table(
                name, columns.stream().map(NodeColumn::column).toList(), List.copyOf(rows));
    }

    /** The position of a column; empty if there is none with this name. */
    public Optional<Integer> position(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /**
     * The cell of a row in a column.
     *
     * @throws java.util.NoSuchElementException if there is no column with this name
     */
    public @Nullable Object cell(@Nullable Object[] row, String column) {
        return row[position(column).orElseThrow()];
    }

    /**
     * Whether a row has this value in a column.
     *
     * @throws java.util.NoSuchElementException if there is no column with this name
     */
    public Predicate<Object[]> has(String column, Object value) {
        int position = position(column).orElseThrow();
        return row -> value.equals(row[position]);
    }

    /** The key of a row. */
    public static String key(@Nullable Object[] row) {
        return String.valueOf(row[0]);
    }
}
