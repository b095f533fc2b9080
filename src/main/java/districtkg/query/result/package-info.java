/**
 * Output of query results: JSON and XML for clients, and text for the command line. Writers are
 * created for each result and are not thread-safe; registering them with Jena is.
 */
@NullMarked
package districtkg.query.result;

import org.jspecify.annotations.NullMarked;
