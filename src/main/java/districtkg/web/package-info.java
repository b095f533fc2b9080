/** Pages: addresses, languages, templates and what browsers load. */
@NullMarked
package districtkg.web;

import org.jspecify.annotations.NullMarked;
