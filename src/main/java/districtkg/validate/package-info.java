/** Holds data to the shapes, and tells what is wrong in people's words. */
@NullMarked
package districtkg.validate;

import org.jspecify.annotations.NullMarked;
