package districtkg.read;

import districtkg.extract.Span;
import districtkg.names.Strength;
import districtkg.outline.Part;
import java.util.List;

/**
 * A drafted statement: a quantity with what it measures, when, of which kind.
 *
 * @param quantity the number
 * @param span the words that it rests on, in code points
 * @param indicator what it measures, in words of the report; empty if the reader found none
 * @param year that it is of
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
        MANY_YEARS,
        IMPLIED_UNIT
    }

    /** Whether it is a change in percent. */
    boolean isGrowth() {
        return indicator.endsWith("增速") || indicator.endsWith("降幅");
    }

    /** Whether the reader sees no reason to doubt it. */
    public boolean sure() {
        return doubts.isEmpty();
    }
}
