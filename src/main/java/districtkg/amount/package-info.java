/**
 * Reads amounts in Chinese text: a number with its unit and bound words, and ranks. No graph, no
 * files.
 */
@NullMarked
package districtkg.amount;

import org.jspecify.annotations.NullMarked;
