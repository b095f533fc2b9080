/**
 * Finds the places, organizations, projects and programmes that a report names. Pure functions over
 * sentences and lexicons.
 */
@NullMarked
package districtkg.names;

import org.jspecify.annotations.NullMarked;
