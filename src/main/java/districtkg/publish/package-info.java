/** Files for download, and differences between two versions of the data set. */
@NullMarked
package districtkg.publish;

import org.jspecify.annotations.NullMarked;
