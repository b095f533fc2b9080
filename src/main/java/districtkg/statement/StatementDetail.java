package districtkg.statement;

import districtkg.graph.Ref;
import java.util.List;
import java.util.Optional;

/**
 * A statement with what its own page shows.
 *
 * @param statement the statement
 * @param otherName its name in the other language
 * @param evidence the statements on which its verdict is based
 * @param doubted statements in doubt that its verdict does not count
 * @param related statements on a part of the promised thing, or on the whole to which it belongs
 * @param decides the promises whose verdict is based on it
 * @param contradicts the doubted statements that it contradicts
 * @param same statements of other documents that state the same fact
 * @param searched how many later documents on the place were searched; empty for what is no promise
 * @param searchedUntil the time of the newest of them
 * @param readAs the bound as which a plain promised number is read; empty if there is none
 * @param latest the last day of its time or deadline
 * @param events the event at which it happened or was promised
 * @param programs the program to which it belongs
 * @param conferredBy the bodies that gave the award
 */
public record StatementDetail(
        Statement statement,
        String otherName,
        List<Statement> evidence,
        List<Statement> doubted,
        List<Statement> related,
        List<Statement> decides,
        List<Statement> contradicts,
        List<Statement> same,
        String searched,
        String searchedUntil,
        Optional<Ref> readAs,
        String latest,
        List<Ref> events,
        List<Ref> programs,
        List<Ref> conferredBy) {}
