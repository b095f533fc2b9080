/**
 * Reads graphs, and writes data sets to files. Readers are thread-safe if their graph is; writers
 * are functions.
 */
@NullMarked
package districtkg.graph;

import org.jspecify.annotations.NullMarked;
