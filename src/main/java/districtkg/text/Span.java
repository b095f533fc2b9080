package districtkg.text;

import java.util.Collection;

/** A part of a text, in code points from {@code start} to before {@code end}. */
public record Span(int start, int end) {
    /** Whether the other lies wholly within this. */
    public boolean covers(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether any of these covers it. */
    public boolean coveredBy(Collection<Span> others) {
        return others.stream().anyMatch(other -> other.covers(this));
    }

    Span shifted(int by) {
        return new Span(start + by, end + by);
    }
}
