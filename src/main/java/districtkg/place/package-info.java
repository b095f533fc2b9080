/** What an administrative area promised, the results, and the documents that report them. */
@NullMarked
package districtkg.place;

import org.jspecify.annotations.NullMarked;
