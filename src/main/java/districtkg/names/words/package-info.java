/**
 * The words that introduce, end and follow names, read once from lexicons that a curator extends;
 * the kinds and stages of named things. Immutable and thread-safe.
 */
@NullMarked
package districtkg.names.words;

import org.jspecify.annotations.NullMarked;
