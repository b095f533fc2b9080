/** What a user can put right: faults, and the exception that carries them to the top. */
@NullMarked
package districtkg.problem;

import org.jspecify.annotations.NullMarked;
