package districtkg.outline;

import districtkg.lexicon.Lexicon;
import districtkg.lexicon.Lexicon.Row;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words that begin a part, a row of {@code cues.tsv}.
 *
 * @param ofHeading whether they count in headings, or else in sentences
 * @param role of the part that they begin
 * @param time which years the part is of, where its words name none
 * @param pattern finds them
 */
record Cue(boolean ofHeading, Role role, Time time, Pattern pattern) {
    /** The years of a part, counted from the year of the report. */
    enum Time {
        REVIEW,
        PLAN,
        PAST5,
        NEXT5,
        KEEP;

        Years of(int report, Years before) {
            return switch (this) {
                case REVIEW -> Years.of(report - 1);
                case PLAN -> Years.of(report);
                case PAST5 -> new Years(report - 5, report - 1);
                case NEXT5 -> new Years(report, report + 4);
                case KEEP -> before;
            };
        }
    }

    static final List<Cue> ALL =
            Lexicon.beside(Cue.class, "cues.tsv").rows().stream().map(Cue::read).toList();

    private static Cue read(Row row) {
        return new Cue(
                row.get("scope").equals("heading"),
                Role.valueOf(row.get("role")),
                Time.valueOf(row.get("years").toUpperCase(java.util.Locale.ROOT)),
                Pattern.compile(row.get("pattern")));
    }
}
