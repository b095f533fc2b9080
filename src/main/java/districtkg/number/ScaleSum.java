package districtkg.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of a number while its numerals are read: sections below 10,000, each multiplied by its
 * 万, 亿 or 兆. The scales within a section fall: 千, 百, 十. Not thread-safe.
 */
final class ScaleSum {
    static final long MYRIAD = 10_000L;

    private static final long ANY = Long.MAX_VALUE;

    /** Sections multiplied by 亿 or 兆. */
    private NumberRange done = NumberRange.ZERO;

    private long doneScale = ANY;

    /** Sections multiplied by 万 since then. */
    private NumberRange myriads = NumberRange.ZERO;

    private NumberRange section = NumberRange.ZERO;
    private long sectionScale = ANY;
    private @Nullable NumberRange digit;
    private boolean digitInWords;
    private boolean zero;
    private long lastScale = 1;

    /** The digits that wait for a scale; null after a scale and at the beginning. */
    @Nullable NumberRange digit() {
        return digit;
    }

    /** Whether digits in words wait for a scale. */
    boolean hasWord() {
        return digit != null && digitInWords;
    }

    /** Whether Arabic digits wait for a scale. */
    boolean hasDigits() {
        return digit != null && !digitInWords;
    }

    /** Whether 零 was read since the last scale. */
    boolean hasZero() {
        return zero;
    }

    /** The last scale that was read; 1 before any. */
    long lastScale() {
        return lastScale;
    }

    void word(NumberRange value) {
        digit = value;
        digitInWords = true;
    }

    void digits(NumberRange value) {
        digit = value;
        digitInWords = false;
    }

    void zero() {
        zero = true;
    }

    /** Starts with 廿 or 卅. */
    void tens(NumberRange value) {
        section = value;
        sectionScale = 10;
        lastScale = 10;
    }

    /** Starts anew with a whole that only a 万, 亿 or 兆 can follow. */
    void restart(NumberRange whole) {
        done = NumberRange.ZERO;
        doneScale = ANY;
        myriads = NumberRange.ZERO;
        section = NumberRange.ZERO;
        sectionScale = ANY;
        digits(whole);
        zero = true;
        lastScale = 1;
    }

    /**
     * Applies a scale.
     *
     * @param power what the scale word multiplies by
     * @param first whether nothing was read before it
     * @return false, without a change, if the scale cannot stand here
     */
    boolean scale(long power, boolean first) {
        boolean applied = power < MYRIAD ? small(power, first) : big(power, first);
        if (applied) {
            digit = null;
            lastScale = power;
            zero = false;
        }
        return applied;
    }

    private boolean small(long power, boolean first) {
        NumberRange count = digit;
        if (power >= sectionScale) {
            return false;
        }
        if (count == null || count.isZero()) {
            if (!first && !(power == 10 && zero) && !(power == 10 && count != null)) {
                return false;
            }
            count = NumberRange.ONE;
        }
        section = section.plus(count.times(BigDecimal.valueOf(power)));
        sectionScale = power;
        return true;
    }

    private boolean big(long power, boolean first) {
        NumberRange sum = section.plus(sectionScale == ANY && digit != null ? digit : last());
        boolean none = sum.isZero();
        boolean applied =
                power == MYRIAD ? myriad(sum, none, first) : above(power, sum, none, first);
        if (applied) {
            section = NumberRange.ZERO;
            sectionScale = ANY;
        }
        return applied;
    }

    private boolean myriad(NumberRange sum, boolean none, boolean first) {
        if (none && !first) {
            myriads = myriads.times(BigDecimal.valueOf(MYRIAD));
            return !myriads.isZero();
        }
        if (!myriads.isZero()) {
            return false;
        }
        myriads = (none ? NumberRange.ONE : sum).times(BigDecimal.valueOf(MYRIAD));
        return true;
    }

    private boolean above(long power, NumberRange sum, boolean none, boolean first) {
        boolean empty = none && myriads.isZero();
        if (power >= doneScale || (empty && !first)) {
            return false;
        }
        NumberRange count = empty ? NumberRange.ONE : sum.plus(myriads);
        done = done.plus(count.times(BigDecimal.valueOf(power)));
        doneScale = power;
        myriads = NumberRange.ZERO;
        return true;
    }

    /** The last digit; it counts tens after 百, hundreds after 千: 两百五 is 250. */
    private NumberRange last() {
        NumberRange last = digit == null ? NumberRange.ZERO : digit;
        boolean tenth = !zero && digitInWords && lastScale >= 100 && !last.isZero();
        return tenth ? last.times(BigDecimal.valueOf(lastScale / 10)) : last;
    }

    /** The value of all that was read. */
    NumberRange value() {
        return done.plus(myriads).plus(section).plus(last());
    }
}
