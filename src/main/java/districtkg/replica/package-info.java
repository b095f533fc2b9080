/**
 * Editions for several machines: a publisher writes snapshots and a manifest to a folder, and
 * replicas follow the manifest by HTTP or in the folder, verify each snapshot and switch to it.
 */
@NullMarked
package districtkg.replica;

import org.jspecify.annotations.NullMarked;
