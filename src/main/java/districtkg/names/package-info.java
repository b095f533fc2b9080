/**
 * Finds what a report names and what it promises without a figure. Pure functions over sentences
 * and lexicons: no graph, no files but the lexicons of the program.
 */
@NullMarked
package districtkg.names;

import org.jspecify.annotations.NullMarked;
