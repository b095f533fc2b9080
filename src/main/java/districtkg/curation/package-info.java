/** Turns what a person confirmed of a draft into the tables in which reports are kept. */
@NullMarked
package districtkg.curation;

import org.jspecify.annotations.NullMarked;
