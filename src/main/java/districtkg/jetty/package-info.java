/**
 * Jetty handlers and customizers: access log, connection limits, TLS, proxies, slow clients,
 * health. Handlers serve any number of threads.
 */
@NullMarked
package districtkg.jetty;

import org.jspecify.annotations.NullMarked;
