/**
 * The SPARQL endpoint: protocol, execution through Fuseki, buffered responses and the response
 * cache.
 */
@NullMarked
package districtkg.sparql;

import org.jspecify.annotations.NullMarked;
