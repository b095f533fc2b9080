/**
 * Resources for programs: whole graphs, download files, the JSON-LD context, the sitemap. The
 * handlers of pages are thread-safe.
 */
@NullMarked
package districtkg.download;

import org.jspecify.annotations.NullMarked;
