package districtkg.compare;

import districtkg.chart.Series;
import districtkg.graph.Ref;
import districtkg.statement.Statement;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sums of a series over its years, of an indicator whose years add up.
 *
 * @param place the place
 * @param promised sum of the targets; of several for one year, the newest counts
 * @param promisedYears number of years with a target
 * @param reported sum of the outcomes; of several for one year, the newest counts
 * @param reportedYears number of years with an outcome
 */
public record YearsTotal(
        Ref place, BigDecimal promised, int promisedYears, BigDecimal reported, int reportedYears) {

    static YearsTotal of(Series series) {
        SortedMap<String, BigDecimal> promised = newest(series.targets());
        SortedMap<String, BigDecimal> reported = newest(series.outcomes());
        return new YearsTotal(
                series.about(), sum(promised), promised.size(), sum(reported), reported.size());
    }

    /** By year; statements are in the order of their publication. */
    private static SortedMap<String, BigDecimal> newest(List<Statement> statements) {
        SortedMap<String, BigDecimal> years = new TreeMap<>();
        statements.forEach(one -> years.put(one.year(), one.figure().level().orElseThrow()));
        return years;
    }

    private static BigDecimal sum(SortedMap<String, BigDecimal> years) {
        return years.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
