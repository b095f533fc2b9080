/** SPARQL queries: parsing, policy, and output of results. */
@NullMarked
package districtkg.query;

import org.jspecify.annotations.NullMarked;
