/**
 * The statements of documents, as records and as a table. Statements are immutable; readers are
 * thread-safe if the graph is.
 */
@NullMarked
package districtkg.statement;

import org.jspecify.annotations.NullMarked;
