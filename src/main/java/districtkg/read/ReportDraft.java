package districtkg.read;

import districtkg.extract.Text;
import districtkg.names.Commitment;
import districtkg.names.CommitmentFinder;
import districtkg.names.Name;
import districtkg.names.NameFinder;
import districtkg.outline.Outline;
import districtkg.outline.Part;
import districtkg.outline.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * What the reader drafts of one report. Nothing of it is reviewed.
 *
 * @param text of the report
 * @param place whose report it is, as its people call it; empty if unknown
 * @param outline its parts
 * @param figures its figures, in the order of the text
 * @param names what its speech names, in the order of the text
 * @param commitments what its plan promises without a figure, in the order of the text
 */
public record ReportDraft(
        Text text,
        String place,
        Outline outline,
        List<Figure> figures,
        List<Named> names,
        List<Commitment> commitments) {
    /**
     * A name with the year that its part speaks of.
     *
     * @param name as found
     * @param year the last of its part
     */
    public record Named(Name name, int year) {}

    /**
     * Reads a report.
     *
     * @param place whose report it is; may be empty
     * @param year that it plans
     */
    public static ReportDraft of(Text text, String place, int year) {
        Outline outline = Outline.of(text, year);
        return new ReportDraft(
                text,
                place,
                outline,
                FigureReader.read(outline),
                names(outline),
                commitments(outline));
    }

    private static List<Named> names(Outline outline) {
        NameFinder finder = new NameFinder();
        List<Named> names = new ArrayList<>();
        for (Part part : outline.parts()) {
            if (part.role().isSpeech() && part.role() != Role.OPENING) {
                finder.find(outline.words(part.span())).stream()
                        .map(name -> new Named(name.shifted(part.span().start()), part.lastYear()))
                        .forEach(names::add);
            }
        }
        return List.copyOf(names);
    }

    private static List<Commitment> commitments(Outline outline) {
        CommitmentFinder finder = new CommitmentFinder();
        List<Commitment> commitments = new ArrayList<>();
        for (Part part : outline.parts()) {
            if (part.role().isPlan()) {
                finder.find(outline.words(part.span())).stream()
                        .map(one -> one.shifted(part.span().start()))
                        .forEach(commitments::add);
            }
        }
        return List.copyOf(commitments);
    }

    /** As lines of JSON, one object for each figure, name and commitment. */
    public String jsonLines() {
        return JsonLines.of(this);
    }
}
