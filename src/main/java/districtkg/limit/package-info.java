/** Limits of requests, and what enforces them on running queries. */
@NullMarked
package districtkg.limit;

import org.jspecify.annotations.NullMarked;
