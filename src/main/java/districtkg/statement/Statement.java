package districtkg.statement;

import districtkg.graph.Ref;
import java.util.List;
import java.util.Optional;

/**
 * One thing a document says.
 *
 * @param self its IRI and its name
 * @param kind the most special class: target, commitment, outcome, recognition or doubted statement
 * @param about what it speaks of; its place where it names nothing
 * @param place the area it holds for
 * @param indicator of its figure
 * @param figure may be empty of numbers
 * @param date when it happened or was the case, as precisely as printed; empty for a commitment
 * @param due its deadline; empty where there is none
 * @param since the beginning of a span; empty where there is none
 * @param earliest the first day of its time, for sorting; empty where it has none
 * @param year its calendar year
 * @param status the stages it reports or promises
 * @param strength how firmly a commitment is worded
 * @param verdict what became of a commitment
 * @param evidence the statements that decide the verdict
 * @param monthsLate how late it was kept or is overdue, in whole months; empty where it is neither
 * @param repeats earlier promises of the same
 * @param award won or to be won
 * @param rank in the award; empty where there is none
 * @param streak years in a row; empty where there is none
 * @param firstIn the area it is the first of
 * @param example things named among those counted
 * @param industries concerned
 * @param topics concerned
 * @param suspect reasons of doubt
 * @param contradictedBy the statements that say otherwise than one in doubt
 * @param inferred the properties that an editor worked out
 * @param note of the editor; empty where there is none
 * @param document that states it
 * @param published when the document appeared, as precisely as is known; empty where that is
 *     unknown
 * @param spots where it can be looked up, in the order of the text
 */
public record Statement(
        Ref self,
        Ref kind,
        List<Ref> about,
        Ref place,
        Optional<Ref> indicator,
        Figure figure,
        String date,
        String due,
        String since,
        String earliest,
        String year,
        List<Ref> status,
        Optional<Ref> strength,
        Optional<Ref> verdict,
        List<Ref> evidence,
        String monthsLate,
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
    /** Whether it promises something. */
    public boolean promises() {
        return verdict.isPresent();
    }

    /** The first day of its time; where it has none, of the document; for sorting. */
    public String day() {
        return earliest.isEmpty() ? published : earliest;
    }

    /** Its deadline, or else the date of what it reports. */
    public String when() {
        return due.isEmpty() ? date : due;
    }
}
