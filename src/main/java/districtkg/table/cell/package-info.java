/**
 * Cells: CSV files as rows, numbers and periods in cells, and the names by which cells refer to
 * terms and things. Records are immutable; a {@link districtkg.table.cell.CellReader} collects the
 * faults of one row and is not thread-safe.
 */
@NullMarked
package districtkg.table.cell;

import org.jspecify.annotations.NullMarked;
