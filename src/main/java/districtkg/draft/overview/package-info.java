/**
 * Summarizes the drafts of many reports for a curator: what was read of each, what the shared lists
 * lack, and what the reports of one place state differently. Thread-safe.
 */
@NullMarked
package districtkg.draft.overview;

import org.jspecify.annotations.NullMarked;
