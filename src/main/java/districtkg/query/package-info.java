/**
 * SPARQL queries: parsing, with the prefixes that a client may omit, the policy of allowed
 * features, and limits on complexity. All classes are thread-safe.
 */
@NullMarked
package districtkg.query;

import org.jspecify.annotations.NullMarked;
