/**
 * Drafts statements from a report: figures proven by its text, names and commitments, as Turtle, a
 * table or JSON lines. Drafts are immutable; the writers are functions of a draft.
 */
@NullMarked
package districtkg.draft;

import org.jspecify.annotations.NullMarked;
