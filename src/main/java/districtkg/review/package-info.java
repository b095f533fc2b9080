/**
 * Decisions of reviewers on drafted statements: the log of decisions, rules that an accepted
 * statement satisfies, proposals and comparisons, and the export of what was accepted. A {@link
 * districtkg.review.ReviewSession} is thread-safe.
 */
@NullMarked
package districtkg.review;

import org.jspecify.annotations.NullMarked;
