package districtkg.outline;

import districtkg.text.Span;
import java.util.List;

/**
 * A sentence or a heading of a report.
 *
 * @param span from its first character to after its full stop, without white space around it
 * @param clauses its pieces between commas and semicolons, without those
 * @param part that it belongs to
 * @param heading whether it is a heading, such as 一、2021年工作回顾
 * @param paragraph the number of its paragraph, counted from 0
 */
public record Sentence(Span span, List<Span> clauses, Part part, boolean heading, int paragraph) {}
