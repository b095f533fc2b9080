package districtkg.outline;

import districtkg.text.Span;
import districtkg.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a report. They follow one another without a gap, so that each character of the text
 * belongs to exactly one, and each part begins and ends with a sentence. Immutable.
 *
 * @param year of the report: the one that it plans
 * @param plain the text, one character for each code point
 * @param parts in the order of the text
 * @param sentences in the order of the text, headings among them
 */
public record Outline(int year, String plain, List<Part> parts, List<Sentence> sentences) {
    /**
     * Reads the outline of a report.
     *
     * @param year that it plans; see {@link ReportYear}
     */
    public static Outline of(Text text, int year) {
        String plain = CodePointString.of(text);
        return new OutlineReader(plain, year).read();
    }

    /** The part around a position, if the text reaches so far. */
    public Optional<Part> partAt(int position) {
        return parts.stream()
                .filter(part -> part.span().covers(new Span(position, position + 1)))
                .findFirst();
    }

    /** The words of a span. */
    public String words(Span span) {
        return plain.substring(span.start(), span.end());
    }
}
