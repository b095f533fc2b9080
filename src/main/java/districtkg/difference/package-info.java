/**
 * What a later document adds to an earlier one, changes, confirms, contradicts or omits. Pure
 * functions over a graph; thread-safe if the graph is.
 */
@NullMarked
package districtkg.difference;

import org.jspecify.annotations.NullMarked;
