/**
 * Reads the files of an ontology and of data, with the lines of their triples, and builds the data
 * set. Sources are immutable; a builder and a reader belong to one thread.
 */
@NullMarked
package districtkg.source;

import org.jspecify.annotations.NullMarked;
