/**
 * Changes while the server runs: writing of documents, and reloading of all files. The service, the
 * editor, the log and the tokens are thread-safe.
 */
@NullMarked
package districtkg.edit;

import org.jspecify.annotations.NullMarked;
