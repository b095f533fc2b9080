package districtkg.difference;

import districtkg.graph.Ref;
import districtkg.statement.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What a statement speaks of, so that two documents can be held against each other: the same thing
 * in the same place by the same measure.
 *
 * @param about the things named
 * @param place the area
 * @param measure the indicator or the award; none where only a stage or a rank is told
 * @param industries concerned
 */
record ComparisonKey(List<Ref> about, Ref place, Optional<Ref> measure, List<Ref> industries) {
    /** The subject of a statement; none where it only speaks of its place in words. */
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
