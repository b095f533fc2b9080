package districtkg.index;

import districtkg.index.file.SnapshotInput;
import districtkg.index.file.SnapshotOutput;
import districtkg.index.term.NumberTable;
import districtkg.index.term.PackedTerms;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.NodeUtils;

/**
 * Maps terms to numbers and back. Exact numbers (decimals and integers) come first, in the order of
 * their values, so that a range of values is a range of numbers. Immutable and thread-safe.
 */
public final class TermDictionary {
    /** The number of a term that no graph contains. */
    public static final int NONE = -1;

    private final ExactNumbers exact;
    private final PackedTerms others;
    private final boolean inexact;

    private TermDictionary(ExactNumbers exact, PackedTerms others, boolean inexact) {
        this.exact = exact;
        this.others = others;
        this.inexact = inexact;
    }

    void write(SnapshotOutput out) throws IOException {
        out.number(inexact ? 1 : 0);
        exact.packed().write(out);
        others.write(out);
    }

    static TermDictionary read(SnapshotInput in) throws IOException {
        boolean inexact = in.number() == 1;
        ExactNumbers exact = ExactNumbers.of(PackedTerms.read(in));
        return new TermDictionary(exact, PackedTerms.read(in), inexact);
    }

    /** The number of terms, including those that no triple uses any more. */
    public int size() {
        return exact.size() + others.size();
    }

    /** The term with a number. */
    public Node node(int number) {
        return number < exact.size() ? exact.get(number) : others.get(number - exact.size());
    }

    /** The number of a term; {@link #NONE} if no graph contains it. */
    public int number(Node term) {
        int number = term.isLiteral() ? exact.find(term) : NONE;
        if (number != NONE) {
            return number;
        }
        int place = others.find(term);
        return place == NumberTable.NONE ? NONE : exact.size() + place;
    }

    /**
     * Whether ranges of numbers are ranges of values: true if no literal is a float or a double.
     */
    public boolean ordered() {
        return !inexact;
    }

    /**
     * The first number whose value is at least the given one; the end of all values if there is
     * none.
     */
    public int firstFrom(BigDecimal value) {
        return exact.firstFrom(value);
    }

    /** The first number whose value is greater than the given one. */
    public int firstAbove(BigDecimal value) {
        return exact.firstAbove(value);
    }

    /** The count of terms that are exact numbers; they have the lowest numbers. */
    public int valued() {
        return exact.size();
    }

    /** The value of an exact number; empty for other terms. */
    public static Optional<BigDecimal> value(Node term) {
        if (!term.isLiteral() || isText(term)) {
            return Optional.empty();
        }
        NodeValue number = NodeValue.makeNode(term);
        return number.isNumber() && number.isDecimal()
                ? Optional.of(number.getDecimal())
                : Optional.empty();
    }

    private static boolean isText(Node literal) {
        return NodeUtils.isSimpleString(literal) || NodeUtils.isLangString(literal);
    }

    private static boolean inexact(Node term) {
        if (!term.isLiteral() || isText(term)) {
            return false;
        }
        NodeValue number = NodeValue.makeNode(term);
        return number.isNumber() && !number.isDecimal();
    }

    /** Collects terms, and numbers them in order of arrival. */
    static final class Builder {
        private final List<Node> nodes = new ArrayList<>();
        private NumberTable table = new NumberTable(1 << 12);

        int number(Node term) {
            int known = table.find(term.hashCode(), number -> nodes.get(number).equals(term));
            if (known != NumberTable.NONE) {
                return known;
            }
            nodes.add(term);
            if (table.full()) {
                table =
                        NumberTable.of(
                                nodes.size() * 2,
                                nodes.size(),
                                number -> nodes.get(number).hashCode());
            } else {
                table.add(term.hashCode(), nodes.size() - 1);
            }
            return nodes.size() - 1;
        }

        /**
         * Maps each number of the builder to its number in the dictionary: exact numbers first, by
         * value.
         */
        int[] renumbered() {
            int[] renumbered = new int[nodes.size()];
            Arrays.fill(renumbered, NONE);
            int next = 0;
            for (Valued one : valued()) {
                renumbered[one.number()] = next++;
            }
            for (int number = 0; number < renumbered.length; number++) {
                if (renumbered[number] == NONE) {
                    renumbered[number] = next++;
                }
            }
            return renumbered;
        }

        /** An exact number with its number in the builder. */
        private record Valued(int number, BigDecimal value) {}

        private List<Valued> valued() {
            List<Valued> valued = new ArrayList<>();
            for (int number = 0; number < nodes.size(); number++) {
                int here = number;
                value(nodes.get(number)).ifPresent(value -> valued.add(new Valued(here, value)));
            }
            valued.sort(Comparator.comparing(Valued::value));
            return valued;
        }

        /** The exact numbers, by value. */
        List<Node> exact() {
            return valued().stream().map(one -> nodes.get(one.number())).toList();
        }

        /** Builds the dictionary. */
        TermDictionary build() {
            return extend(PackedTerms.empty(), ExactNumbers.of(exact()), false);
        }

        /** A dictionary with the packed terms of another and those of this builder. */
        private TermDictionary extend(PackedTerms base, ExactNumbers exact, boolean inexact) {
            PackedTerms.Builder others = new PackedTerms.Builder(base);
            boolean any = inexact;
            for (Node term : nodes) {
                if (value(term).isEmpty()) {
                    others.add(term);
                    any |= inexact(term);
                }
            }
            return new TermDictionary(exact, others.build(), any);
        }
    }

    /**
     * Adds terms to a dictionary. The terms of the base keep their order among themselves, so that
     * what is sorted by their numbers stays sorted.
     */
    static final class Extension {
        private final TermDictionary base;
        private final Builder added = new Builder();

        Extension(TermDictionary base) {
            this.base = base;
        }

        /** The number of a term until the extension is built. */
        int number(Node term) {
            int known = base.number(term);
            return known == NONE ? base.size() + added.number(term) : known;
        }

        /** The term with a number of {@link #number}. */
        Node node(int number) {
            return number < base.size() ? base.node(number) : added.nodes.get(number - base.size());
        }

        /**
         * Maps each number of the extension to its number in the new dictionary; empty if none
         * changes.
         */
        int[] renumbered() {
            int[] later = added.renumbered();
            List<BigDecimal> values = added.valued().stream().map(Builder.Valued::value).toList();
            if (values.isEmpty()) {
                return new int[0];
            }
            int[] renumbered = new int[base.size() + later.length];
            int below = 0;
            for (int number = 0; number < base.size(); number++) {
                while (below < values.size()
                        && (number >= base.valued()
                                || values.get(below).compareTo(base.exact.value(number)) < 0)) {
                    below++;
                }
                renumbered[number] = number + below;
            }
            for (int number = 0; number < later.length; number++) {
                int rank = later[number];
                renumbered[base.size() + number] =
                        rank < values.size()
                                ? rank + base.firstAbove(values.get(rank))
                                : base.size() + rank;
            }
            return renumbered;
        }

        /** Builds the dictionary. */
        TermDictionary build() {
            return added.extend(base.others, base.exact.with(added.exact()), base.inexact);
        }
    }
}
