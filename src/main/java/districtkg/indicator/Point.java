package districtkg.indicator;

import districtkg.statement.Statement;

/**
 * One statement on a chart.
 *
 * @param statement what it shows
 * @param x from the left of the chart
 * @param y from its top: of a value the value, of a range its upper end
 * @param low from its top: where a band ends below; the same as y for a point
 * @param band whether it is a bound or a range, drawn as a band, and not a point
 */
public record Point(Statement statement, double x, double y, double low, boolean band) {}
