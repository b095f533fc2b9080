/**
 * Descriptions of single things, read from the graph. Descriptions are immutable; their readers are
 * thread-safe if the graph is.
 */
@NullMarked
package districtkg.entity;

import org.jspecify.annotations.NullMarked;
