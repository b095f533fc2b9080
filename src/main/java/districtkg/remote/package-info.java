/** Reads the data set of another SPARQL store, from which pages, API and endpoint are served. */
@NullMarked
package districtkg.remote;

import org.jspecify.annotations.NullMarked;
