/**
 * Reads numbers in digits and Chinese numerals, units and dates. No graph, no files. Numbers and
 * tables are immutable; a parser reads one number and is not thread-safe.
 */
@NullMarked
package districtkg.number;

import org.jspecify.annotations.NullMarked;
