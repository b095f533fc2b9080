/** What follows from the data: rules in strata, as SPARQL CONSTRUCT. */
@NullMarked
package districtkg.derive;

import org.jspecify.annotations.NullMarked;
