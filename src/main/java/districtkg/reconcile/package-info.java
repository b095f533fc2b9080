/** Reconciliation: which thing of the graph a name in somebody's table means. Thread-safe. */
@NullMarked
package districtkg.reconcile;

import org.jspecify.annotations.NullMarked;
