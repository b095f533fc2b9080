/**
 * Aggregates: counts over encoded rows without bindings, and groups whose memory is counted. Not
 * thread-safe: the groups of a query belong to that query.
 */
@NullMarked
package districtkg.engine.aggregate;

import org.jspecify.annotations.NullMarked;
