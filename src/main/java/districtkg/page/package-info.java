/** The pages of the site, one class per kind of page. */
@NullMarked
package districtkg.page;

import org.jspecify.annotations.NullMarked;
