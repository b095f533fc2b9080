/**
 * Text addressed by code points, spans of it, and the text of files: plain, HTML, DOCX and PDF. No
 * graph.
 */
@NullMarked
package districtkg.text;

import org.jspecify.annotations.NullMarked;
