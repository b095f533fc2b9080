package districtkg.consistency;

import java.math.BigDecimal;
import java.util.List;

/**
 * The result of checking a figure.
 *
 * @param check the check
 * @param agrees whether the figures agree
 * @param figure that was checked
 * @param others with which it was compared, in the order of the check's description
 * @param expected value computed from the others: see {@link Check}
 * @param found value of the figure
 */
public record Finding(
        Check check,
        boolean agrees,
        ComparableFigure figure,
        List<ComparableFigure> others,
        BigDecimal expected,
        BigDecimal found) {
    /** The checks. */
    public enum Check {
        /**
         * The change of a level on the year before, in percent, and the growth that is stated.
         * Others: the level of the year before; the level and the growth of the year, without the
         * figure itself. Expected: the change of the levels. Found: the stated growth.
         */
        GROWTH,
        /**
         * The value of the year before, where no growth is stated. Expected and found: the values.
         */
        YEAR_BEFORE,
        /** Figures of parts that together exceed the whole. Expected: the whole. Found: the sum. */
        PARTS,
        /** A share above 100 percent. Expected: 100. */
        SHARE,
        /** A target of an earlier report, and the outcome of its year. Expected: the target. */
        TARGET,
        /**
         * A figure about 10⁴ or 10⁸ times another year's, as by 万 or 亿 too many or too few.
         * Expected: the other year's value.
         */
        UNIT,
        /**
         * A different value of the same indicator, place and time in the same report. Expected:
         * that value.
         */
        TWICE
    }

    /** Copies the list of figures. */
    public Finding {
        others = List.copyOf(others);
    }
}
