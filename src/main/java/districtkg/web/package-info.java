/**
 * Shared by all pages: requests, messages, templates, formats and links. Messages, templates and
 * assets are thread-safe; a request and its view belong to one thread.
 */
@NullMarked
package districtkg.web;

import org.jspecify.annotations.NullMarked;
