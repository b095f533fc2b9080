/** Statements as a plain table, one row each, for spreadsheets and statistics programs. */
@NullMarked
package districtkg.table;

import org.jspecify.annotations.NullMarked;
