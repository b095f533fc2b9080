/** Descriptions of single things, read from the graph. */
@NullMarked
package districtkg.entity;

import org.jspecify.annotations.NullMarked;
