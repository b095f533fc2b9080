/** Reads graphs, and writes data sets to files. */
@NullMarked
package districtkg.graph;

import org.jspecify.annotations.NullMarked;
