/** What is known of one thing, gathered from the graph. */
@NullMarked
package districtkg.entity;

import org.jspecify.annotations.NullMarked;
