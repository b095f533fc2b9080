/**
 * The figures of indicators by year. Profiles are immutable; readers are thread-safe if the graph
 * is.
 */
@NullMarked
package districtkg.indicator;

import org.jspecify.annotations.NullMarked;
