/**
 * The memory of a running query: the budget that its operators share, and rows whose terms are
 * decoded only when they are read. Not thread-safe: a query runs in one thread at a time.
 */
@NullMarked
package districtkg.engine.memory;

import org.jspecify.annotations.NullMarked;
