package districtkg.indicator;

import districtkg.statement.Statement;

/**
 * A statement on a chart.
 *
 * @param statement the statement
 * @param x distance from the left
 * @param y distance from the top: of the value, or of the upper end of a range
 * @param low distance from the top of the lower end of a range; equal to y for a point
 * @param band whether it is drawn as a range
 */
public record Point(Statement statement, double x, double y, double low, boolean band) {}
