/**
 * Reads reports into draft statements: figures with what they count, of which time and how sure.
 */
@NullMarked
package districtkg.read;

import org.jspecify.annotations.NullMarked;
