/**
 * Reads the files of an ontology and of data, gives each its role, and finds the lines of their
 * triples. Sources are immutable; a reader belongs to one thread.
 */
@NullMarked
package districtkg.source;

import org.jspecify.annotations.NullMarked;
