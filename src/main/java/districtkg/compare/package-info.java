/** Places side by side, by indicator and year. */
@NullMarked
package districtkg.compare;

import org.jspecify.annotations.NullMarked;
