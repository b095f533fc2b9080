package districtkg.chart;

import districtkg.graph.Ref;
import districtkg.statement.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The figures of one indicator and one subject over the years: outcomes, and targets apart from
 * them.
 *
 * @param key names it in an address: {@code 440307}, {@code 440307~aviation}
 * @param about what the figures are about
 * @param industries their industries; mostly none
 * @param statements with a number and a year, by year
 */
public record Series(String key, Ref about, List<Ref> industries, List<Statement> statements) {

    /**
     * Whether a statement can be drawn: it has a number, a year and a subject, and is not in doubt.
     */
    public static boolean drawable(Statement one) {
        return one.figure().level().isPresent()
                && one.year().matches("\\d{4}")
                && one.suspect().isEmpty()
                && !one.about().isEmpty();
    }

    /** The statements of one subject, in the order of their years. */
    public static Series of(List<Statement> statements) {
        Statement any = statements.getFirst();
        return new Series(
                key(any),
                any.about().getFirst(),
                any.industries(),
                statements.stream()
                        .sorted(
                                Comparator.comparing(Statement::year)
                                        .thenComparing(Statement::promises)
                                        .thenComparing(Statement::published))
                        .toList());
    }

    /** The key of the series to which a statement belongs. */
    public static String key(Statement one) {
        return String.join(
                "~",
                Stream.concat(Stream.of(one.about().getFirst()), one.industries().stream())
                        .map(Ref::key)
                        .toList());
    }

    /** The figures that were reported. */
    public List<Statement> outcomes() {
        return statements.stream().filter(one -> !one.promises()).toList();
    }

    /** The figures that were promised. */
    public List<Statement> targets() {
        return statements.stream().filter(Statement::promises).toList();
    }

    /** The number of years with an outcome. */
    public long years() {
        return outcomes().stream().map(Statement::year).distinct().count();
    }
}
