/** Lexicons: tables of words and patterns that a curator extends without code. Immutable. */
@NullMarked
package districtkg.lexicon;

import org.jspecify.annotations.NullMarked;
