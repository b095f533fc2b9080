/** The W3C Reconciliation Service API 0.2 over HTTP. Thread-safe. */
@NullMarked
package districtkg.reconcile.service;

import org.jspecify.annotations.NullMarked;
