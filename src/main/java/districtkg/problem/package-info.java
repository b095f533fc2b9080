/** Errors that a user can fix: faults, and the exceptions that report them. */
@NullMarked
package districtkg.problem;

import org.jspecify.annotations.NullMarked;
