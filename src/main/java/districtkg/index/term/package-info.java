/**
 * Terms as bytes, in memory and in the file of a snapshot. Immutable once built; builders belong to
 * one thread.
 */
@NullMarked
package districtkg.index.term;

import org.jspecify.annotations.NullMarked;
