/**
 * Tables with one row for each statement, thing, place, indicator or document, and one fixed type
 * for each column. The files for download and the HTTP API are made from the same tables. Tables
 * are immutable; all types are thread-safe.
 */
@NullMarked
package districtkg.tidy;

import org.jspecify.annotations.NullMarked;
