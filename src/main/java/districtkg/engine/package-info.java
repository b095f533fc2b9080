/**
 * Graphs that never change, and a query engine for them: terms are numbers, triples are sorted, and
 * patterns are joined in the order that real counts suggest. Jena does all that is not a basic
 * graph pattern, a filter of one or a count over one.
 */
@NullMarked
package districtkg.engine;

import org.jspecify.annotations.NullMarked;
