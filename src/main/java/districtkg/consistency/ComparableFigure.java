package districtkg.consistency;

import java.math.BigDecimal;

/**
 * A figure with everything that comparisons need.
 *
 * @param id of the statement, unique among those compared
 * @param report the report that states it
 * @param kind kind of statement
 * @param indicator short name in the shared list: {@code v:gdp}
 * @param subject part of the place that it is about; empty for the whole place
 * @param place name or key of the place, the same for the same place
 * @param year its year, or the year at whose end it is due
 * @param period {@code year} for a whole year or its end; otherwise the interval, such as {@code
 *     2016/2020}
 * @param low the value in the unit in which the list keeps it, or the lower end of a range
 * @param high the same, or the upper end of a range
 * @param bound as the ontology names it: {@code exactly}, {@code atLeast}, {@code moreThan} …
 * @param decimals of the number as printed, in its printed unit
 */
public record ComparableFigure(
        String id,
        String report,
        Kind kind,
        String indicator,
        String subject,
        String place,
        int year,
        String period,
        BigDecimal low,
        BigDecimal high,
        String bound,
        int decimals) {
    /** The period of a figure of one year. */
    public static final String YEAR = "year";

    /** The kind of statement that a report makes about a figure. */
    public enum Kind {
        /** A final value that was reached. */
        OUTCOME,
        /** An outcome that is not final: 预计. */
        EXPECTATION,
        /** A value that is to be reached. */
        TARGET
    }

    boolean isTarget() {
        return kind == Kind.TARGET;
    }

    boolean isPoint() {
        return low.compareTo(high) == 0;
    }

    /** Whether both are about the same part of the same place. */
    boolean concernsSame(ComparableFigure other) {
        return place.equals(other.place) && subject.equals(other.subject);
    }

    /** Whether both are of whole years or of the same interval. */
    boolean hasSamePeriod(ComparableFigure other) {
        return period.equals(other.period);
    }
}
