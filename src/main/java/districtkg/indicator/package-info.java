/** The figures of indicators by year. */
@NullMarked
package districtkg.indicator;

import org.jspecify.annotations.NullMarked;
