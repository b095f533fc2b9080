/** One edition with everything prepared to answer requests from it. */
@NullMarked
package districtkg.snapshot;

import org.jspecify.annotations.NullMarked;
