/** The terms of the ontology, and its reference for readers. Immutable once read. */
@NullMarked
package districtkg.ontology;

import org.jspecify.annotations.NullMarked;
