/**
 * Tables of statements: their columns, the triples of each row, and the labels that are composed
 * from what a row states. A reader belongs to one file and is not thread-safe.
 */
@NullMarked
package districtkg.table.statement;

import org.jspecify.annotations.NullMarked;
