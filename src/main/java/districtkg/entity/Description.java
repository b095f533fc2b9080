package districtkg.entity;

import districtkg.graph.Ref;
import districtkg.statement.SourceLocation;
import districtkg.statement.Statement;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one thing.
 *
 * @param self its IRI and name
 * @param otherName its name in the other language
 * @param aliases further names, in any language
 * @param definition what it is, where the graph says so; empty otherwise
 * @param kinds the most special classes, and its kind
 * @param breadcrumb the areas it lies in, the largest first
 * @param status how far it is, where that is known
 * @param inferred what an editor worked out
 * @param facts what is said of it, by relation
 * @param links what points to it, by relation
 * @param history the statements on it, in the order of time
 * @param mentions where documents name it
 * @param position on a map
 * @param sort what its page shows besides
 */
public record Description(
        Ref self,
        String otherName,
        List<String> aliases,
        String definition,
        List<Ref> kinds,
        List<Ref> breadcrumb,
        List<Ref> status,
        List<Ref> inferred,
        List<RelatedGroup> facts,
        List<RelatedGroup> links,
        List<Statement> history,
        List<SourceLocation> mentions,
        Optional<Position> position,
        Sort sort) {
    /** What the page of a thing shows besides what every page shows. */
    public enum Sort {
        /** Its passages. */
        DOCUMENT,
        /** Its figures through the years. */
        INDICATOR,
        /** The deadlines of what was promised of it. */
        ENTITY,
        /** Nothing more. */
        CONCEPT
    }
}
