package districtkg.index;

import districtkg.index.term.NumberTable;
import districtkg.index.term.PackedTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;

/**
 * The decimals and integers of a dictionary, in the order of their values. They are kept as terms
 * with their values, because queries calculate with them, and there are few. Immutable.
 */
final class ExactNumbers {
    private final List<Node> terms;
    private final List<BigDecimal> values;
    private final NumberTable table;

    private ExactNumbers(List<Node> terms, List<BigDecimal> values) {
        this.terms = terms;
        this.values = values;
        this.table = NumberTable.of(terms.size(), terms.size(), at -> terms.get(at).hashCode());
    }

    /** Exact numbers that are in the order of their values. */
    static ExactNumbers of(List<Node> terms) {
        return new ExactNumbers(
                terms,
                terms.stream().map(TermDictionary::value).map(Optional::orElseThrow).toList());
    }

    /** Exact numbers as they were packed. */
    static ExactNumbers of(PackedTerms packed) {
        return of(IntStream.range(0, packed.size()).mapToObj(packed::get).toList());
    }

    /** The terms as bytes. */
    PackedTerms packed() {
        PackedTerms.Builder packed = new PackedTerms.Builder(PackedTerms.empty());
        terms.forEach(packed::add);
        return packed.build();
    }

    /**
     * These numbers and others. Of equal values, these come first.
     *
     * @param others in the order of their values
     */
    ExactNumbers with(List<Node> others) {
        if (others.isEmpty()) {
            return this;
        }
        List<Node> mergedTerms = new ArrayList<>(size() + others.size());
        List<BigDecimal> mergedValues = new ArrayList<>(size() + others.size());
        int from = 0;
        for (Node other : others) {
            BigDecimal value = TermDictionary.value(other).orElseThrow();
            int to = firstAbove(value);
            mergedTerms.addAll(terms.subList(from, to));
            mergedTerms.add(other);
            mergedValues.addAll(values.subList(from, to));
            mergedValues.add(value);
            from = to;
        }
        mergedTerms.addAll(terms.subList(from, size()));
        mergedValues.addAll(values.subList(from, size()));
        return new ExactNumbers(List.copyOf(mergedTerms), List.copyOf(mergedValues));
    }

    int size() {
        return terms.size();
    }

    Node get(int at) {
        return terms.get(at);
    }

    BigDecimal value(int at) {
        return values.get(at);
    }

    /** The position of a term; {@link NumberTable#NONE} if there is none. */
    int find(Node term) {
        return table.find(term.hashCode(), at -> terms.get(at).equals(term));
    }

    /** The position of the first value that is at least the given one. */
    int firstFrom(BigDecimal value) {
        return first(found -> found.compareTo(value) >= 0);
    }

    /** The position of the first value that is greater than the given one. */
    int firstAbove(BigDecimal value) {
        return first(found -> found.compareTo(value) > 0);
    }

    private int first(Predicate<BigDecimal> reached) {
        int low = 0;
        int high = values.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reached.test(values.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
