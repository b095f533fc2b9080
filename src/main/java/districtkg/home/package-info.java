/** What the first page shows of the whole graph. The summary is immutable. */
@NullMarked
package districtkg.home;

import org.jspecify.annotations.NullMarked;
