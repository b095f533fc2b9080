/** Reads numbers, bounds and dates in Chinese sentences. Pure functions: no graph, no files. */
@NullMarked
package districtkg.extract;

import org.jspecify.annotations.NullMarked;
