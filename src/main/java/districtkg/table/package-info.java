/**
 * Statements, things and places as tables: CSV files of which each row gives the triples that a
 * person would otherwise write in Turtle.
 */
@NullMarked
package districtkg.table;

import org.jspecify.annotations.NullMarked;
