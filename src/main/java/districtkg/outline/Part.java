package districtkg.outline;

import districtkg.text.Span;
import java.util.Optional;

/**
 * A part of a report with one role and one period.
 *
 * @param role its role
 * @param span in code points, whole lines or sentences
 * @param firstYear of what it speaks: 2021 in a review of 2021–2025
 * @param lastYear the same as {@code firstYear}, or the end of a span of years
 * @param heading where its heading stands, if it has one
 */
public record Part(Role role, Span span, int firstYear, int lastYear, Optional<Span> heading) {
    /** Whether it speaks of several years. */
    public boolean isMultiYear() {
        return firstYear != lastYear;
    }
}
