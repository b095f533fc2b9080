/** The graph at rest: from files to parsed sources to the data set that is served. */
@NullMarked
package districtkg.store;

import org.jspecify.annotations.NullMarked;
