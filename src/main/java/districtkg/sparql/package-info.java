/**
 * The SPARQL endpoint: protocol, execution through Fuseki, buffered responses and the response
 * cache. The endpoint and the cache are thread-safe; a buffered response belongs to one request.
 */
@NullMarked
package districtkg.sparql;

import org.jspecify.annotations.NullMarked;
