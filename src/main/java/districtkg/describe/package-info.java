/**
 * Describes the data set to clients: VoID, DCAT, releases and counts. The graphs that it builds are
 * new at each call; building one runs in one thread.
 */
@NullMarked
package districtkg.describe;

import org.jspecify.annotations.NullMarked;
