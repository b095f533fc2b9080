/** Derives triples by stratified rules, written as SPARQL CONSTRUCT. */
@NullMarked
package districtkg.derive;

import org.jspecify.annotations.NullMarked;
