/**
 * Reads one RDF file in any syntax, and reports what is wrong with its bytes, syntax and terms. The
 * readers keep nothing between two files, and are safe for use by several threads.
 */
@NullMarked
package districtkg.source.rdf;

import org.jspecify.annotations.NullMarked;
