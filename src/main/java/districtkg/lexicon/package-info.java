/** Lexicons: tables of words and patterns that a curator extends without code. */
@NullMarked
package districtkg.lexicon;

import org.jspecify.annotations.NullMarked;
