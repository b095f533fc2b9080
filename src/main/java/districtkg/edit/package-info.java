/** Changes to what is served while it is served: whole documents, and all files read again. */
@NullMarked
package districtkg.edit;

import org.jspecify.annotations.NullMarked;
