/**
 * Statements, things and places as tables: CSV files in which each row gives the triples that a
 * person would otherwise write in Turtle. {@link districtkg.table.TableReader} reads all tables of
 * a data set; its subpackages hold the cells, the table of administrative divisions and the tables
 * of statements. A reader serves one pass over the files and is not thread-safe.
 */
@NullMarked
package districtkg.table;

import org.jspecify.annotations.NullMarked;
