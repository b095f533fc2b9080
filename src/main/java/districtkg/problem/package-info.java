/**
 * Errors that a user can fix: faults, and the exceptions that report them. Faults are immutable.
 */
@NullMarked
package districtkg.problem;

import org.jspecify.annotations.NullMarked;
