/**
 * The drafts under review: reports with their statements, the state of each statement, and the
 * shared lists that reviewers choose from. Immutable.
 */
@NullMarked
package districtkg.review.draft;

import org.jspecify.annotations.NullMarked;
