/** Reads numbers in digits and Chinese numerals, units and dates. No graph, no files. */
@NullMarked
package districtkg.number;

import org.jspecify.annotations.NullMarked;
