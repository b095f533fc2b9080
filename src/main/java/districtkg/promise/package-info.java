/** Promises, filtered, sorted and counted. */
@NullMarked
package districtkg.promise;

import org.jspecify.annotations.NullMarked;
