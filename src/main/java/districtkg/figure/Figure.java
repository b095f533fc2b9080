package districtkg.figure;

import districtkg.commitment.Strength;
import districtkg.outline.Part;
import districtkg.quantity.Quantity;
import districtkg.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A drafted statement: a quantity with what it measures, when, of which kind.
 *
 * @param quantity the number
 * @param span the words that it rests on, in code points
 * @param indicator what it measures, in words of the report; empty if the reader found none
 * @param year that it is of
 * @param period the same with how it is meant: a sum of years, an average, some months, a day
 * @param kind what is said of it
 * @param strength how firmly it is promised; only of targets
 * @param part of the report
 * @param doubts why the reader is not sure, in order of weight; empty where it is
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
    /** What a report says of a figure. */
    public enum Kind {
        OUTCOME,
        TARGET,
        RANKING,
        EXPECTATION
    }

    /** Why a reader is not sure. */
    public enum Doubt {
        NO_INDICATOR,
        CARRIED_INDICATOR,
        LONG_INDICATOR,
        SHARED_VERB,
        CHANGE_BASE,
        /** Its part is of several years, and its words do not say which of them is meant. */
        MANY_YEARS,
        IMPLIED_UNIT,
        /** What the counted things do is much of the name: 实现“一网通办”事项. */
        PREDICATE,
        /** The name holds words that no indicator holds, or says nothing by itself. */
        ODD_INDICATOR
    }

    /** Whether it is a change in percent. */
    public boolean isGrowth() {
        return indicator.endsWith("增速")
                || indicator.endsWith("降幅")
                || (indicator.endsWith("涨幅") && quantity.unit().equals("%"));
    }

    /** Whom it is of, where its words name other than the place of the report. */
    public Optional<Subject> subject() {
        return Subject.of(indicator);
    }

    /** Whether the reader sees no reason to doubt it. */
    public boolean sure() {
        return doubts.isEmpty();
    }
}
