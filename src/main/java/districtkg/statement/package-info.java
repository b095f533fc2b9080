/** The statements of documents, as records and as a table. */
@NullMarked
package districtkg.statement;

import org.jspecify.annotations.NullMarked;
