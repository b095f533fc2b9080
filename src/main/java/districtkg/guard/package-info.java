/**
 * Guards for expressions: which functions a query may call, and how large computed values may
 * become. Guarded expressions belong to one query; everything else is thread-safe.
 */
@NullMarked
package districtkg.guard;

import org.jspecify.annotations.NullMarked;
