/**
 * HTTP primitives: content negotiation, entity tags, preconditions and answers. Knows neither Jetty
 * nor the graph. Answers are immutable and thread-safe.
 */
@NullMarked
package districtkg.http;

import org.jspecify.annotations.NullMarked;
