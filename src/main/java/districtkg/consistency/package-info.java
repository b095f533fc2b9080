/**
 * Checks of the figures of reports against each other: level and growth, parts and whole, target
 * and outcome, units. Pure functions of figures; no files, no pages.
 */
@NullMarked
package districtkg.consistency;

import org.jspecify.annotations.NullMarked;
