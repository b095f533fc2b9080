/**
 * What persons decide of drafted statements: the drafts of a folder, the log of decisions, rules
 * that an accepted statement satisfies, and the export of what was accepted.
 */
@NullMarked
package districtkg.review;

import org.jspecify.annotations.NullMarked;
