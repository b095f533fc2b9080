/**
 * Finds the places, organizations, projects and programmes that a report names. The finder is
 * thread-safe; a reader belongs to one passage.
 */
@NullMarked
package districtkg.names;

import org.jspecify.annotations.NullMarked;
