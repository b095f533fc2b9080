/** Resources for programs: whole graphs, download files, the JSON-LD context, the sitemap. */
@NullMarked
package districtkg.download;

import org.jspecify.annotations.NullMarked;
