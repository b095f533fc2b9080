package districtkg.search;

import districtkg.graph.Ref;

/**
 * A thing that was found.
 *
 * @param self the thing
 * @param kind what sort of thing it is
 * @param otherName its name in the other language
 */
public record SearchHit(Ref self, String kind, String otherName) {}
