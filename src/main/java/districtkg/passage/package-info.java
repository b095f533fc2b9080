/**
 * Writes Turtle for a curator: the start of a document, and passages with the figure read in them.
 * A writer belongs to one document and one thread.
 */
@NullMarked
package districtkg.passage;

import org.jspecify.annotations.NullMarked;
