package districtkg.entity;

import districtkg.graph.Ref;
import java.util.List;

/**
 * Things or texts with one relation to the subject of a page.
 *
 * @param relation last part of the property's IRI, prefixed with "of-" if it is inverse
 * @param values the values shown; a text has an empty IRI
 * @param all the number of values, which may be more than are shown
 */
public record RelatedGroup(String relation, List<Ref> values, int all) {}
