/** Promises, filtered, sorted and counted. Results are immutable. */
@NullMarked
package districtkg.promise;

import org.jspecify.annotations.NullMarked;
