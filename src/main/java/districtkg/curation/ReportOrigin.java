package districtkg.curation;

import districtkg.table.division.PlaceNames.ReportingPlace;
import java.util.Optional;

/**
 * The place and year of a report, and the origin of its text.
 *
 * @param place that reports, as it was at the beginning of the year
 * @param year for which the report plans, and in which it was given
 * @param letter distinguishes a second report of the year: {@code b}; empty for the first
 * @param address of the text, where it has one
 */
public record ReportOrigin(
        ReportingPlace place, int year, String letter, Optional<String> address) {
    /** The name of its files: {@code 2022}. */
    public String stem() {
        return year + letter;
    }

    /** The name of its document under {@code id/}: {@code 440303-2022}. */
    public String slug() {
        return place.key() + "-" + stem();
    }
}
