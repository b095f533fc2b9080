package districtkg.index;

import districtkg.index.file.SnapshotInput;
import districtkg.index.file.SnapshotOutput;
import districtkg.index.file.TermCodec;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
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

    private final List<Node> nodes;
    private final int[] table;
    private final List<BigDecimal> values;
    private final boolean inexact;

    private TermDictionary(List<Node> nodes, List<BigDecimal> values, boolean inexact) {
        this(nodes, values, inexact, Table.of(nodes));
    }

    private TermDictionary(
            List<Node> nodes, List<BigDecimal> values, boolean inexact, int[] table) {
        this.nodes = nodes;
        this.values = values;
        this.inexact = inexact;
        this.table = table;
    }

    void write(SnapshotOutput out) throws IOException {
        out.number(values.size());
        out.number(inexact ? 1 : 0);
        TermCodec.write(nodes, out);
    }

    static TermDictionary read(SnapshotInput in) throws IOException {
        int valued = in.number();
        boolean inexact = in.number() == 1;
        List<Node> nodes = TermCodec.read(in);
        List<BigDecimal> values =
                nodes.subList(0, valued).stream()
                        .map(TermDictionary::value)
                        .map(Optional::orElseThrow)
                        .toList();
        return new TermDictionary(nodes, values, inexact);
    }

    /** The number of terms, including those that no triple uses any more. */
    public int size() {
        return nodes.size();
    }

    /** The term with a number. */
    public Node node(int number) {
        return nodes.get(number);
    }

    /** The number of a term; {@link #NONE} if no graph contains it. */
    public int number(Node term) {
        return table[Table.place(table, nodes, term)];
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
        return first(at -> values.get(at).compareTo(value) >= 0 ? 1 : 0);
    }

    /** The first number whose value is greater than the given one. */
    public int firstAbove(BigDecimal value) {
        return first(at -> values.get(at).compareTo(value) > 0 ? 1 : 0);
    }

    /** The count of terms that are exact numbers; they have the lowest numbers. */
    public int valued() {
        return values.size();
    }

    private int first(IntUnaryOperator reached) {
        int low = 0;
        int high = values.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reached.applyAsInt(middle) == 1) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
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
        private int[] table = Table.empty(1 << 12);

        int number(Node term) {
            int place = Table.place(table, nodes, term);
            if (table[place] != NONE) {
                return table[place];
            }
            table[place] = nodes.size();
            nodes.add(term);
            if (nodes.size() * 2 > table.length) {
                table = Table.of(nodes);
            }
            return nodes.size() - 1;
        }

        /**
         * Maps each number of the builder to its number in the dictionary: exact numbers first, by
         * value.
         */
        int[] renumbered() {
            record Valued(int number, BigDecimal value) {}
            List<Valued> valued = new ArrayList<>();
            for (int number = 0; number < nodes.size(); number++) {
                int here = number;
                value(nodes.get(number)).ifPresent(value -> valued.add(new Valued(here, value)));
            }
            valued.sort(Comparator.comparing(Valued::value));
            int[] renumbered = new int[nodes.size()];
            Arrays.fill(renumbered, NONE);
            int next = 0;
            for (Valued one : valued) {
                renumbered[one.number()] = next++;
            }
            for (int number = 0; number < renumbered.length; number++) {
                if (renumbered[number] == NONE) {
                    renumbered[number] = next++;
                }
            }
            return renumbered;
        }

        /** The values of the exact numbers, ascending. */
        List<BigDecimal> values() {
            return nodes.stream().flatMap(node -> value(node).stream()).sorted().toList();
        }

        TermDictionary build(int[] renumbered) {
            Node[] ordered = new Node[nodes.size()];
            for (int number = 0; number < ordered.length; number++) {
                ordered[renumbered[number]] = nodes.get(number);
            }
            List<BigDecimal> values = new ArrayList<>();
            for (Node term : ordered) {
                Optional<BigDecimal> value = value(term);
                if (value.isEmpty()) {
                    break;
                }
                values.add(value.orElseThrow());
            }
            return new TermDictionary(
                    Arrays.asList(ordered),
                    values,
                    nodes.stream().anyMatch(TermDictionary::inexact));
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
            List<BigDecimal> values = added.values();
            if (values.isEmpty()) {
                return new int[0];
            }
            int[] renumbered = new int[base.size() + later.length];
            int below = 0;
            for (int number = 0; number < base.size(); number++) {
                while (below < values.size()
                        && (number >= base.valued()
                                || values.get(below).compareTo(base.values.get(number)) < 0)) {
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

        /**
         * Builds the dictionary.
         *
         * @param renumbered as {@link #renumbered()} gives it
         */
        TermDictionary build(int[] renumbered) {
            int size = base.size() + added.nodes.size();
            Node[] nodes = new Node[size];
            for (int number = 0; number < size; number++) {
                int place = renumbered.length == 0 ? number : renumbered[number];
                nodes[place] =
                        number < base.size()
                                ? base.nodes.get(number)
                                : added.nodes.get(number - base.size());
            }
            List<Node> ordered = Arrays.asList(nodes);
            return new TermDictionary(
                    ordered,
                    values(renumbered),
                    base.inexact || added.nodes.stream().anyMatch(TermDictionary::inexact),
                    table(renumbered, ordered));
        }

        private List<BigDecimal> values(int[] renumbered) {
            if (renumbered.length == 0) {
                return base.values;
            }
            List<BigDecimal> values = new ArrayList<>(base.values);
            values.addAll(added.values());
            values.sort(Comparator.naturalOrder());
            return values;
        }

        /** The table of the base with the new numbers and the new terms. */
        private int[] table(int[] renumbered, List<Node> nodes) {
            if (nodes.size() * 2 > base.table.length) {
                return Table.of(nodes);
            }
            int[] table = base.table.clone();
            if (renumbered.length > 0) {
                for (int place = 0; place < table.length; place++) {
                    table[place] = table[place] == NONE ? NONE : renumbered[table[place]];
                }
            }
            for (int number = base.size(); number < nodes.size(); number++) {
                int later = renumbered.length == 0 ? number : renumbered[number];
                table[Table.place(table, nodes, nodes.get(later))] = later;
            }
            return table;
        }
    }

    /** A hash table of numbers with open addressing. */
    private static final class Table {
        private Table() {}

        static int[] empty(int size) {
            int[] table = new int[size];
            Arrays.fill(table, NONE);
            return table;
        }

        static int[] of(List<Node> nodes) {
            int size = Integer.highestOneBit(Math.max(nodes.size(), 1)) * 4;
            int[] table = empty(size);
            for (int number = 0; number < nodes.size(); number++) {
                table[place(table, nodes, nodes.get(number))] = number;
            }
            return table;
        }

        /** The position of a term, or the position where it would be inserted. */
        static int place(int[] table, List<Node> nodes, Node term) {
            int hash = term.hashCode() * 0x9E3779B9;
            int place = (hash ^ (hash >>> 15)) & (table.length - 1);
            while (table[place] != NONE && !nodes.get(table[place]).equals(term)) {
                place = (place + 1) & (table.length - 1);
            }
            return place;
        }
    }
}
