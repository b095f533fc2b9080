/**
 * Converts confirmed rows of drafts to the tables in which reports are stored. An import runs in
 * one thread.
 */
@NullMarked
package districtkg.curation;

import org.jspecify.annotations.NullMarked;
