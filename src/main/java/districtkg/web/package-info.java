/**
 * Shared by all pages: requests, templates, formats and links. Templates and assets are
 * thread-safe; a request and its view belong to one thread.
 */
@NullMarked
package districtkg.web;

import org.jspecify.annotations.NullMarked;
