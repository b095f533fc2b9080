/** Graphs as JSON that apps can rely on: one published context, and the same keys every time. */
@NullMarked
package districtkg.jsonld;

import org.jspecify.annotations.NullMarked;
