/** The terms of the ontology, and its reference for readers. */
@NullMarked
package districtkg.ontology;

import org.jspecify.annotations.NullMarked;
