/** The program; see {@link districtkg.Main}. */
@NullMarked
package districtkg;

import org.jspecify.annotations.NullMarked;
