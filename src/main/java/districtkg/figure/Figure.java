package districtkg.figure;

import districtkg.commitment.Strength;
import districtkg.figure.scope.Period;
import districtkg.figure.scope.Subject;
import districtkg.outline.Part;
import districtkg.quantity.Quantity;
import districtkg.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A drafted statement: a quantity with what it measures, when, of which kind.
 *
 * @param quantity the number
 * @param span the words that state it, in code points
 * @param indicator what it measures, in words of the report; empty if the reader found none
 * @param year its year
 * @param period its period: a year, a sum of years, an average, some months, a day
 * @param kind kind of statement
 * @param strength how firmly it is promised; only of targets
 * @param part part of the report
 * @param doubts reasons for doubt, most important first; empty if there are none
 */
public record Figure(
        Quantity quantity,
        Span span,
        String indicator,
        int year,
        Period period,
        Kind kind,
        Strength strength,
        Part part,
        List<Doubt> doubts) {
    /** The kind of statement that a report makes about a figure. */
    public enum Kind {
        /** A value that was reached. */
        OUTCOME,
        /** A value that is to be reached. */
        TARGET,
        /** A rank among others, or a number of years in a row. */
        RANKING,
        /** A value that the report expects but does not yet know: 预计. */
        EXPECTATION
    }

    /** Reasons for doubt. */
    public enum Doubt {
        /** No words name what it measures. */
        NO_INDICATOR,
        /** The name, or a part of it, was taken from words before. */
        CARRIED_INDICATOR,
        /** The name has more than 20 characters. */
        LONG_INDICATOR,
        /** Several names share a verb or several numbers: 甲、乙分别增长1%、2%. */
        SHARED_VERB,
        /** The number is the start of a change: 10 in 由10增加到12. */
        CHANGE_BASE,
        /** Its part of the report covers several years, and its words do not name one of them. */
        MANY_YEARS,
        /** Most of the name is a verb phrase about the counted things: 实现“一网通办”事项. */
        PREDICATE,
        /** The name contains words that no indicator contains, or has no meaning by itself. */
        ODD_INDICATOR
    }

    /** Whether it is a change in percent. */
    public boolean isGrowth() {
        return indicator.endsWith("增速")
                || indicator.endsWith("降幅")
                || (indicator.endsWith("涨幅") && quantity.unit().equals("%"));
    }

    /** Its subject, if its words name something other than the place of the report. */
    public Optional<Subject> subject() {
        return Subject.of(Phrase.withoutVerb(indicator));
    }

    /** Whether there is no reason for doubt. */
    public boolean sure() {
        return doubts.isEmpty();
    }
}
