package districtkg.tidy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The time series of places: a row for each place, indicator and year, with the target for the year
 * and the outcome side by side. Only figures of the place as a whole and of a single year are in
 * it; where several documents state one, the newest counts; where that document states several that
 * differ, the cell is empty.
 */
final class TimeSeries {
    private static final String SEPARATOR = "/";

    private static final List<Column> COLUMNS =
            List.of(
                    Column.derived("key", ColumnType.TEXT),
                    column("place"),
                    column("place_code"),
                    column("place_en"),
                    column("place_zh"),
                    column("indicator"),
                    column("indicator_en"),
                    column("indicator_zh"),
                    column("unit"),
                    column("year"),
                    Column.derived("target_bound", ColumnType.TEXT),
                    Column.derived("target_value", ColumnType.NUMBER),
                    Column.derived("target_min", ColumnType.NUMBER),
                    Column.derived("target_max", ColumnType.NUMBER),
                    Column.derived("target_verdict", ColumnType.TEXT),
                    Column.derived("target_iri", ColumnType.IRI),
                    Column.derived("outcome_bound", ColumnType.TEXT),
                    Column.derived("outcome_value", ColumnType.NUMBER),
                    Column.derived("outcome_preliminary", ColumnType.BOOLEAN),
                    Column.derived("outcome_published", ColumnType.TEXT),
                    Column.derived("outcome_iri", ColumnType.IRI));

    private final Table statements;

    /** Of the columns of statements: each cell is looked up by the name of its column. */
    private final Map<String, Integer> positions = new HashMap<>();

    /** A column of the table of statements. */
    private static Column column(String name) {
        return TidyStatementColumns.ALL.stream()
                .map(NodeColumn::column)
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private TimeSeries(Table statements) {
        this.statements = statements;
        for (int at = 0; at < statements.columns().size(); at++) {
            positions.put(statements.columns().get(at).name(), at);
        }
    }

    /** The series of the table of statements. */
    static Table of(Table statements) {
        return new TimeSeries(statements).table();
    }

    private Table table() {
        Map<String, List<Object[]>> groups = new TreeMap<>();
        for (Object[] row : statements.rows()) {
            Integer year = year(row);
            if (year != null && wholePlace(row) && figure(row)) {
                String key =
                        String.join(
                                SEPARATOR,
                                List.of(
                                        text(row, "place"),
                                        text(row, "indicator"),
                                        String.valueOf(year)));
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
            }
        }
        List<Object[]> rows = new ArrayList<>();
        groups.forEach((key, group) -> rows.add(row(key, group)));
        return new Table("series", COLUMNS, List.copyOf(rows));
    }

    private @Nullable Object[] row(String key, List<Object[]> group) {
        Optional<Object[]> target = newest(group, "Target");
        Optional<Object[]> outcome = newest(group, "Outcome");
        Object[] any = group.getFirst();
        return new @Nullable Object[] {
            key,
            cell(any, "place"),
            cell(any, "place_code"),
            cell(any, "place_en"),
            cell(any, "place_zh"),
            cell(any, "indicator"),
            cell(any, "indicator_en"),
            cell(any, "indicator_zh"),
            cell(any, "unit"),
            Long.valueOf(key.substring(key.lastIndexOf(SEPARATOR) + 1)),
            cell(target, "bound"),
            cell(target, "value"),
            cell(target, "min_value"),
            cell(target, "max_value"),
            cell(target, "verdict"),
            cell(target, "iri"),
            cell(outcome, "bound"),
            cell(outcome, "value"),
            cell(outcome, "preliminary"),
            cell(outcome, "document_published"),
            cell(outcome, "iri")
        };
    }

    /** The statement of the newest document; empty if it states several that differ. */
    private Optional<Object[]> newest(List<Object[]> group, String kind) {
        List<Object[]> some =
                group.stream()
                        .filter(row -> text(row, "kind").equals(kind))
                        .sorted(
                                Comparator.comparing(
                                                (Object[] row) -> text(row, "document_published"))
                                        .reversed())
                        .toList();
        if (some.isEmpty()) {
            return Optional.empty();
        }
        Object[] first = some.getFirst();
        boolean one =
                some.stream()
                        .filter(row -> text(row, "document").equals(text(first, "document")))
                        .allMatch(row -> sameFigure(row, first));
        return one ? Optional.of(first) : Optional.empty();
    }

    private boolean sameFigure(Object[] one, Object[] other) {
        return List.of("value", "min_value", "max_value", "bound").stream()
                .allMatch(column -> same(cell(one, column), cell(other, column)));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal second) {
            return number.compareTo(second) == 0;
        }
        return Objects.equals(one, other);
    }

    private boolean wholePlace(Object[] row) {
        return List.of(text(row, "place")).equals(cell(row, "about"))
                && cell(row, "industry") == null
                && cell(row, "period_kind") == null
                && cell(row, "since") == null;
    }

    private boolean figure(Object[] row) {
        return cell(row, "indicator") != null
                && (cell(row, "value") != null
                        || cell(row, "min_value") != null
                        || cell(row, "max_value") != null);
    }

    /** The year of an outcome, or the year by the end of which a target is due. */
    private @Nullable Integer year(Object[] row) {
        String time = text(row, "kind").equals("Target") ? text(row, "due") : text(row, "year");
        return time.matches("[0-9]{4}(-12(-31)?)?") ? Integer.valueOf(time.substring(0, 4)) : null;
    }

    private String text(Object[] row, String column) {
        return Objects.toString(cell(row, column), "");
    }

    private @Nullable Object cell(Object[] row, String column) {
        return row[Objects.requireNonNull(positions.get(column), column)];
    }

    private @Nullable Object cell(Optional<Object[]> row, String column) {
        return row.isPresent() ? cell(row.orElseThrow(), column) : null;
    }
}
