/**
 * Reads amounts in Chinese text: a number with its unit and bound words, and ranks. No graph, no
 * files. The classes are immutable or functions of a text, and thread-safe; a scanner belongs to
 * one call.
 */
@NullMarked
package districtkg.amount;

import org.jspecify.annotations.NullMarked;
