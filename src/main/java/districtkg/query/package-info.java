/** SPARQL queries: how we read them, what we refuse, how answers are printed. */
@NullMarked
package districtkg.query;

import org.jspecify.annotations.NullMarked;
