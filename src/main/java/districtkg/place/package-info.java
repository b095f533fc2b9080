/** What a place promised, what became of it, and which documents tell it. */
@NullMarked
package districtkg.place;

import org.jspecify.annotations.NullMarked;
