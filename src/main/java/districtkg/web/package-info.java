/** Shared by all pages: requests, messages, templates, formats and links. */
@NullMarked
package districtkg.web;

import org.jspecify.annotations.NullMarked;
