/**
 * Limits of requests, and what enforces them on running queries. Queue, watchdog and running
 * queries are thread-safe.
 */
@NullMarked
package districtkg.limit;

import org.jspecify.annotations.NullMarked;
