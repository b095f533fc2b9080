/** What a later document adds to an earlier one, changes, confirms, contradicts or omits. */
@NullMarked
package districtkg.difference;

import org.jspecify.annotations.NullMarked;
