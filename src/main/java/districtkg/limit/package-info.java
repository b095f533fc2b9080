/** How much a client may ask, and how what asks too much is stopped. */
@NullMarked
package districtkg.limit;

import org.jspecify.annotations.NullMarked;
