/**
 * The units and indicators of the graph, by the words with which reports print them. Immutable
 * after construction and safe for any number of threads.
 */
@NullMarked
package districtkg.draft.terms;

import org.jspecify.annotations.NullMarked;
