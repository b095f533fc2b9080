/** Places side by side, by indicator and year. Comparisons are immutable. */
@NullMarked
package districtkg.compare;

import org.jspecify.annotations.NullMarked;
