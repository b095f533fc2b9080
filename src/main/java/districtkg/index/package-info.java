/**
 * Immutable graphs: terms as numbers, triples sorted in several orders, and scans over them. Safe
 * for any number of threads.
 */
@NullMarked
package districtkg.index;

import org.jspecify.annotations.NullMarked;
