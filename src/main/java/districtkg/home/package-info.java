/** What the first page shows of the whole graph. */
@NullMarked
package districtkg.home;

import org.jspecify.annotations.NullMarked;
