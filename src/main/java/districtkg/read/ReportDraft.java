package districtkg.read;

import districtkg.extract.Text;
import districtkg.outline.Outline;
import java.util.List;

/**
 * What the reader drafts of one report. Nothing of it is reviewed.
 *
 * @param text of the report
 * @param place whose report it is, as its people call it; empty if unknown
 * @param outline its parts
 * @param figures its figures, in the order of the text
 */
public record ReportDraft(Text text, String place, Outline outline, List<Figure> figures) {
    /**
     * Reads a report.
     *
     * @param place whose report it is; may be empty
     * @param year that it plans
     */
    public static ReportDraft of(Text text, String place, int year) {
        Outline outline = Outline.of(text, year);
        return new ReportDraft(text, place, outline, FigureReader.read(outline));
    }

    /** As lines of JSON, one object for each figure. */
    public String jsonLines() {
        return JsonLines.of(figures);
    }
}
