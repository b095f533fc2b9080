/**
 * Text addressed by code points, spans of it, and the text of files: plain, HTML, DOCX and PDF. No
 * graph. Texts and spans are immutable and thread-safe.
 */
@NullMarked
package districtkg.text;

import org.jspecify.annotations.NullMarked;
