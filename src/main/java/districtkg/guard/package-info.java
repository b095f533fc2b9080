/**
 * Guards for expressions: which functions a query may call, and how large computed values may
 * become.
 */
@NullMarked
package districtkg.guard;

import org.jspecify.annotations.NullMarked;
