/** Finds quantities in sentences: numbers with units, ranks, shares and runs of years. No graph. */
@NullMarked
package districtkg.quantity;

import org.jspecify.annotations.NullMarked;
