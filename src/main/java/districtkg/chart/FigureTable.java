package districtkg.chart;

import districtkg.statement.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The figures of series as a table: a row for each year, a column for each series.
 *
 * @param columns the series
 * @param rows the newest year first
 */
public record FigureTable(List<Series> columns, List<Row> rows) {

    /**
     * One year.
     *
     * @param year the year
     * @param cells one for each series
     */
    public record Row(String year, List<Cell> cells) {}

    /**
     * The figures of one series and year.
     *
     * @param outcomes the figures that were reported, the newest report first
     * @param targets the figures that were promised
     */
    public record Cell(List<Statement> outcomes, List<Statement> targets) {}

    /** A table of the figures that can be drawn. */
    public static FigureTable of(List<Series> columns) {
        TreeSet<String> years = new TreeSet<>(Comparator.reverseOrder());
        columns.stream()
                .flatMap(one -> one.statements().stream())
                .filter(Series::drawable)
                .forEach(one -> years.add(one.year()));
        return new FigureTable(
                columns,
                years.stream()
                        .map(
                                year ->
                                        new Row(
                                                year,
                                                columns.stream()
                                                        .map(one -> cell(one, year))
                                                        .toList()))
                        .toList());
    }

    private static Cell cell(Series series, String year) {
        List<Statement> told =
                series.statements().stream()
                        .filter(Series::drawable)
                        .filter(one -> one.year().equals(year))
                        .sorted(Comparator.comparing(Statement::published).reversed())
                        .toList();
        return new Cell(
                told.stream().filter(one -> !one.promises()).toList(),
                told.stream().filter(Statement::promises).toList());
    }
}
