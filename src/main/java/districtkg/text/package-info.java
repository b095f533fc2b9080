/** Text addressed by code points, and spans of it. No graph, no files. */
@NullMarked
package districtkg.text;

import org.jspecify.annotations.NullMarked;
