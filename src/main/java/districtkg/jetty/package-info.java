/**
 * Jetty handlers and customizers: access log, connection limits, TLS, proxies, slow clients,
 * health.
 */
@NullMarked
package districtkg.jetty;

import org.jspecify.annotations.NullMarked;
