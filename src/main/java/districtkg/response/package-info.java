/**
 * Responses in RDF formats and problem documents, for every page and endpoint. Writers of responses
 * are thread-safe.
 */
@NullMarked
package districtkg.response;

import org.jspecify.annotations.NullMarked;
