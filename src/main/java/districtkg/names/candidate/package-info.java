/** Candidates for names: the words that may be one, and where they begin. */
@NullMarked
package districtkg.names.candidate;

import org.jspecify.annotations.NullMarked;
