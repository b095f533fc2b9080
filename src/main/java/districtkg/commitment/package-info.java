/** Finds what a report promises without a figure. Pure functions over sentences and lexicons. */
@NullMarked
package districtkg.commitment;

import org.jspecify.annotations.NullMarked;
