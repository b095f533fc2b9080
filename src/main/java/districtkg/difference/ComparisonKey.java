package districtkg.difference;

import districtkg.graph.Ref;
import districtkg.statement.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What a statement is about, for comparing documents: the same thing, place and measure.
 *
 * @param about the things named
 * @param place the area
 * @param measure the indicator or the award; empty if there is only a stage or a rank
 * @param industries industries concerned
 */
record ComparisonKey(List<Ref> about, Ref place, Optional<Ref> measure, List<Ref> industries) {
    /** The key of a statement; empty if it only describes its place in words. */
    static Optional<ComparisonKey> of(Statement statement) {
        Optional<Ref> measure = statement.indicator().or(statement::award);
        boolean inWords =
                measure.isEmpty() && statement.status().isEmpty() && statement.rank().isEmpty();
        return inWords && statement.about().equals(List.of(statement.place()))
                ? Optional.empty()
                : Optional.of(
                        new ComparisonKey(
                                statement.about(),
                                statement.place(),
                                measure,
                                statement.industries()));
    }
}
