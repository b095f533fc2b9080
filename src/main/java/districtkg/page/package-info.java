/** The pages of the site, one class for each kind. */
@NullMarked
package districtkg.page;

import org.jspecify.annotations.NullMarked;
