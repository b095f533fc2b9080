package districtkg.search;

import districtkg.graph.Ref;

/**
 * A search result.
 *
 * @param self the thing
 * @param kind its kind
 * @param otherName its name in the other language
 */
public record SearchHit(Ref self, String kind, String otherName) {}
