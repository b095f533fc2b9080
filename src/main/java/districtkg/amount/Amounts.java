package districtkg.amount;

import districtkg.text.Span;
import java.util.List;

/** The amounts of a text, in order. Immutable. */
public record Amounts(List<Numeral> all) {
    /** An unmodifiable copy. */
    public Amounts {
        all = List.copyOf(all);
    }

    /** The amounts whose numbers overlap a span. */
    public List<Numeral> in(Span span) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).span().end() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int last = low;
        while (last < all.size() && all.get(last).span().start() < span.end()) {
            last++;
        }
        return all.subList(low, last);
    }
}
