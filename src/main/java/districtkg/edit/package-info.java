/** Changes while the server runs: writing of documents, and reloading of all files. */
@NullMarked
package districtkg.edit;

import org.jspecify.annotations.NullMarked;
