/** Reads graphs, and writes whole data sets to files. */
@NullMarked
package districtkg.graph;

import org.jspecify.annotations.NullMarked;
