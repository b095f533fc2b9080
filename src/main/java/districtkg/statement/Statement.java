package districtkg.statement;

import districtkg.graph.Ref;
import java.util.List;
import java.util.Optional;

/**
 * A statement of a document.
 *
 * @param self its IRI and name
 * @param kind the most specific class: target, commitment, outcome, recognition or doubted
 *     statement
 * @param about what it is about; its place if it names nothing
 * @param place the area to which it applies
 * @param indicator of its figure
 * @param figure may have no numbers
 * @param date when it happened or was the case, with the printed precision; empty for a commitment
 * @param due its deadline; empty if there is none
 * @param since the start of a period; empty if there is none
 * @param earliest the first day of its time, for sorting; empty if it has none
 * @param year its calendar year
 * @param status the stages it reports or promises
 * @param promisers the bodies, companies or offices whose promise it is
 * @param strength how firmly a commitment is worded
 * @param verdict the verdict of a commitment
 * @param evidence the statements that decide the verdict
 * @param lateness how late it was kept or is overdue
 * @param asOf the time of the newest evidence of the verdict, as precisely as printed; empty for
 *     what is no promise
 * @param explanation why it has its verdict; empty for what is no promise
 * @param postponedTo the promises that moved its deadline
 * @param repeats earlier promises of the same
 * @param award awarded or aimed for
 * @param rank in the award; empty if there is none
 * @param streak consecutive years; empty if there are none
 * @param firstIn the area in which it is the first
 * @param example things named as examples
 * @param industries industries concerned
 * @param topics topics concerned
 * @param suspect reasons for doubt
 * @param contradictedBy statements that contradict a doubted one
 * @param inferred the properties that an editor inferred
 * @param note of the editor; empty if there is none
 * @param document the document that states it
 * @param published when the document was published, with the known precision; empty if unknown
 * @param spots its sources, in the order of the text
 */
public record Statement(
        Ref self,
        Ref kind,
        List<Ref> about,
        Ref place,
        Optional<Ref> indicator,
        StatedFigure figure,
        String date,
        String due,
        String since,
        String earliest,
        String year,
        List<Ref> status,
        List<Ref> promisers,
        Optional<Ref> strength,
        Optional<Ref> verdict,
        List<Ref> evidence,
        Lateness lateness,
        String asOf,
        String explanation,
        List<Ref> postponedTo,
        List<Ref> repeats,
        Optional<Ref> award,
        String rank,
        String streak,
        Optional<Ref> firstIn,
        List<Ref> example,
        List<Ref> industries,
        List<Ref> topics,
        List<Ref> suspect,
        List<Ref> contradictedBy,
        List<Ref> inferred,
        String note,
        Ref document,
        String published,
        List<SourceLocation> spots) {
    /** Whether it is a commitment. */
    public boolean promises() {
        return verdict.isPresent();
    }

    /** The first day of its time, or of the document if it has none; for sorting. */
    public String day() {
        return earliest.isEmpty() ? published : earliest;
    }

    /** Its deadline, or the date of what it reports. */
    public String when() {
        return due.isEmpty() ? date : due;
    }
}
