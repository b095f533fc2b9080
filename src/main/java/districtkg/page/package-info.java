/** The pages of the site, one class per kind of page. Handlers serve any number of threads. */
@NullMarked
package districtkg.page;

import org.jspecify.annotations.NullMarked;
