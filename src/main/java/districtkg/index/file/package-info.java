/**
 * The file of a snapshot: arrays and terms between a signature and a checksum. Not safe for use by
 * several threads at once.
 */
@NullMarked
package districtkg.index.file;

import org.jspecify.annotations.NullMarked;
