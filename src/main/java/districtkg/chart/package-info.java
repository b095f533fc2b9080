/**
 * Charts of figures, laid out on the server and drawn as SVG by the templates. All charts are
 * immutable.
 */
@NullMarked
package districtkg.chart;

import org.jspecify.annotations.NullMarked;
