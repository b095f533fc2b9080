/**
 * Reads figures in sentences: what a quantity measures, of whom, for which period, and what is in
 * doubt. No graph.
 */
@NullMarked
package districtkg.figure;

import org.jspecify.annotations.NullMarked;
