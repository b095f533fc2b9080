package districtkg.entity;

import districtkg.graph.Ref;
import java.util.List;

/**
 * Things or texts that stand in one relation to what a page is about.
 *
 * @param relation the end of the property's IRI, with "of-" before it where the others point here
 * @param values what is shown; a text has an empty IRI
 * @param all how many there are, more than are shown where they are many
 */
public record RelatedGroup(String relation, List<Ref> values, int all) {}
