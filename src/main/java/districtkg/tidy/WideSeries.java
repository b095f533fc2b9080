package districtkg.tidy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The time series with a row for each place and indicator, and for each year the outcome, the
 * target and its verdict beside each other: as people read tables. Of a target that is a range, the
 * end that it demands: the lower one where it has one.
 */
public final class WideSeries {
    private static final List<String> KEYS =
            List.of(
                    "place",
                    "place_en",
                    "place_zh",
                    "indicator",
                    "indicator_en",
                    "indicator_zh",
                    "unit");

    private WideSeries() {}

    /**
     * The wide table of some rows of the series. Its key is the place and the indicator, separated
     * by a slash; years without any figure have no columns.
     *
     * @param series the table of series
     * @param wanted the rows of the series
     */
    public static Table of(Table series, Predicate<Object[]> wanted) {
        List<Object[]> rows = series.rows().stream().filter(wanted).toList();
        List<Long> years =
                rows.stream()
                        .map(row -> (Long) series.cell(row, "year"))
                        .distinct()
                        .sorted()
                        .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.derived("key", ColumnType.TEXT)));
        KEYS.forEach(key -> columns.add(series.columns().get(series.position(key).orElseThrow())));
        years.forEach(
                year -> {
                    columns.add(Column.derived("outcome_" + year, ColumnType.NUMBER));
                    columns.add(Column.derived("target_" + year, ColumnType.NUMBER));
                    columns.add(Column.derived("verdict_" + year, ColumnType.TEXT));
                });
        Map<String, @Nullable Object[]> wide = new LinkedHashMap<>();
        for (Object[] row : rows) {
            String key = series.cell(row, "place") + "/" + series.cell(row, "indicator");
            @Nullable Object[] cells =
                    wide.computeIfAbsent(key, any -> begun(series, row, key, columns.size()));
            int at = 1 + KEYS.size() + 3 * years.indexOf((Long) series.cell(row, "year"));
            cells[at] = series.cell(row, "outcome_value");
            cells[at + 1] =
                    Stream.of("target_value", "target_min", "target_max")
                            .map(name -> series.cell(row, name))
                            .filter(one -> one != null)
                            .findFirst()
                            .orElse(null);
            cells[at + 2] = series.cell(row, "target_verdict");
        }
        return new Table("series-wide", columns, List.copyOf(wide.values()));
    }

    private static @Nullable Object[] begun(Table series, Object[] row, String key, int columns) {
        @Nullable Object[] cells = new @Nullable Object[columns];
        cells[0] = key;
        for (int at = 0; at < KEYS.size(); at++) {
            cells[at + 1] = series.cell(row, KEYS.get(at));
        }
        return cells;
    }
}
