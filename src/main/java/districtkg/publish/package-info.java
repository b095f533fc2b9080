/**
 * Files for download, and differences between two versions of the data set. Downloads and their
 * cache are thread-safe; a comparison belongs to one thread.
 */
@NullMarked
package districtkg.publish;

import org.jspecify.annotations.NullMarked;
