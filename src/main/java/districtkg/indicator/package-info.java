/** The figures of an indicator through the years. */
@NullMarked
package districtkg.indicator;

import org.jspecify.annotations.NullMarked;
