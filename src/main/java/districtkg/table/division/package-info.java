/**
 * Administrative divisions: the table of places by their codes, with those that they replaced, and
 * the names of places. A table is read by one thread; {@link districtkg.table.division.PlaceNames}
 * is immutable.
 */
@NullMarked
package districtkg.table.division;

import org.jspecify.annotations.NullMarked;
