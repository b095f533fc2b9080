/** The data set as files for download, and how two versions of it differ. */
@NullMarked
package districtkg.publish;

import org.jspecify.annotations.NullMarked;
