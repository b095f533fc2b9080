/** Charts of figures, laid out on the server and drawn as SVG by the templates. */
@NullMarked
package districtkg.chart;

import org.jspecify.annotations.NullMarked;
