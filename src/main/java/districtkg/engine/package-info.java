/**
 * Executes SPARQL queries over indexed graphs: plans and joins basic graph patterns with their
 * filters and counts. Jena evaluates everything else.
 */
@NullMarked
package districtkg.engine;

import org.jspecify.annotations.NullMarked;
