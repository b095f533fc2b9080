/** Responses in RDF formats and problem documents, for every page and endpoint. */
@NullMarked
package districtkg.response;

import org.jspecify.annotations.NullMarked;
