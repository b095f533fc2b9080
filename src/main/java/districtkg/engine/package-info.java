/**
 * Executes SPARQL queries over indexed graphs. {@link districtkg.engine.QueryEngine} replaces
 * Jena's executor for the operators that this package and its subpackages implement; Jena evaluates
 * everything else. One executor belongs to one query and is used by one thread at a time; {@link
 * districtkg.engine.AlgebraCache} is thread-safe.
 */
@NullMarked
package districtkg.engine;

import org.jspecify.annotations.NullMarked;
