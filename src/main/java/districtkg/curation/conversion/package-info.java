/**
 * Converts reports and things between tables and Turtle, both ways without loss. Nothing is written
 * here. Immutable, for many threads.
 */
@NullMarked
package districtkg.curation.conversion;

import org.jspecify.annotations.NullMarked;
