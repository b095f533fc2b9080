/** Queries that a reader builds by choice: places, an indicator and years. */
@NullMarked
package districtkg.builder;

import org.jspecify.annotations.NullMarked;
