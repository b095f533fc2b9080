/**
 * The example questions: a title, a text and a SPARQL query each, as records and as a graph.
 * Immutable.
 */
@NullMarked
package districtkg.question;

import org.jspecify.annotations.NullMarked;
