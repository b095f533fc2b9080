/**
 * Reads figures in sentences: what a quantity measures, of whom, for which period, and what is in
 * doubt. No graph. Readers belong to one report and are not thread-safe; figures are immutable.
 */
@NullMarked
package districtkg.figure;

import org.jspecify.annotations.NullMarked;
