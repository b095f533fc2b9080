/**
 * Verifies data against the text of a document: every figure is read again from its own characters.
 */
@NullMarked
package districtkg.verify;

import org.jspecify.annotations.NullMarked;
