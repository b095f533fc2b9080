/**
 * The structure of the sentences that names stand in: clauses, the members of lists, and the words
 * before a name. For one passage each; a passage is immutable, the readers belong to one thread.
 */
@NullMarked
package districtkg.names.clause;

import org.jspecify.annotations.NullMarked;
