/** What is served at one moment: everything that follows from one set of sources. */
@NullMarked
package districtkg.edition;

import org.jspecify.annotations.NullMarked;
