/**
 * The document that is verified: the facts that the data assert of it, its sections, the positions
 * of its passages, and the faults found so far. Not thread-safe, except {@link
 * districtkg.verify.document.CuratedFacts}, which only reads its graph.
 */
@NullMarked
package districtkg.verify.document;

import org.jspecify.annotations.NullMarked;
