/** Describes the data set to clients: VoID, DCAT, releases and counts. */
@NullMarked
package districtkg.describe;

import org.jspecify.annotations.NullMarked;
