/**
 * What an administrative area promised, the results, and the documents that report them. Profiles
 * are immutable; readers are thread-safe if the graph is.
 */
@NullMarked
package districtkg.place;

import org.jspecify.annotations.NullMarked;
