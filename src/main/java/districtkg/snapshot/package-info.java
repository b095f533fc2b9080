/**
 * An edition with everything prepared to answer requests from it: the pages and the cache of parsed
 * queries. A request keeps its snapshot to its end. Thread-safe.
 */
@NullMarked
package districtkg.snapshot;

import org.jspecify.annotations.NullMarked;
