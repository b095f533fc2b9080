/**
 * What an expression may do: which functions a query may call, and how large the values they make
 * may grow.
 */
@NullMarked
package districtkg.guard;

import org.jspecify.annotations.NullMarked;
