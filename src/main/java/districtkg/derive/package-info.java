/**
 * Derives triples by stratified rules, written as SPARQL CONSTRUCT. Rules are immutable and
 * thread-safe; a derivation belongs to one call and does not change its input.
 */
@NullMarked
package districtkg.derive;

import org.jspecify.annotations.NullMarked;
