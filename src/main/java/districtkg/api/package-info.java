/**
 * The HTTP API: the tables of {@link districtkg.tidy} as JSON and CSV, with filters and pages. All
 * types are thread-safe.
 */
@NullMarked
package districtkg.api;

import org.jspecify.annotations.NullMarked;
