/**
 * Finds quantities in sentences: numbers with units, ranks, shares and runs of years. No graph. A
 * finder belongs to one sentence; quantities are immutable.
 */
@NullMarked
package districtkg.quantity;

import org.jspecify.annotations.NullMarked;
