/**
 * Wires the server together and dispatches each request to the endpoint, the pages or the document
 * service. The server is thread-safe.
 */
@NullMarked
package districtkg.server;

import org.jspecify.annotations.NullMarked;
