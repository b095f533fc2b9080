/** The terms of the ontology, as people read them. */
@NullMarked
package districtkg.ontology;

import org.jspecify.annotations.NullMarked;
