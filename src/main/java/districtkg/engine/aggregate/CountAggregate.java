package districtkg.engine.aggregate;

import districtkg.engine.join.EncodedPattern;
import districtkg.engine.join.PreparedJoin;
import districtkg.engine.memory.MemoryBudget;
import districtkg.index.IndexedGraph;
import districtkg.index.IndexedGraph.Use;
import districtkg.index.TermDictionary;
import districtkg.index.TripleIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * COUNT over a basic graph pattern, grouped by up to two variables. Rows are counted without
 * creating bindings.
 */
public final class CountAggregate {
    private static final int MOST_KEYS = 2;

    private final OpGroup group;
    private final IndexedGraph graph;
    private final ExecutionContext context;
    private final List<Var> keys;
    private final MemoryBudget.Hold held;

    private CountAggregate(OpGroup group, IndexedGraph graph, ExecutionContext context) {
        this.group = group;
        this.graph = graph;
        this.context = context;
        this.keys = group.getGroupVars().getVars();
        this.held = MemoryBudget.of(context).hold();
    }

    /** Evaluates the counts of a group; empty if the group asks for anything else. */
    public static Optional<QueryIterator> of(
            OpGroup group, IndexedGraph graph, ExecutionContext context) {
        Op sub = group.getSubOp();
        List<Expr> filters =
                sub instanceof OpFilter filter ? filter.getExprs().getList() : List.of();
        Op pattern = sub instanceof OpFilter filter ? filter.getSubOp() : sub;
        if (!(pattern instanceof OpBGP triples)
                || triples.getPattern().isEmpty()
                || !triples.getPattern().getList().stream().allMatch(EncodedPattern::plain)
                || group.getGroupVars().getVars().size() > MOST_KEYS
                || !group.getGroupVars().getExprs().isEmpty()) {
            return Optional.empty();
        }
        return new CountAggregate(group, graph, context)
                .rows(triples.getPattern().getList(), filters);
    }

    private Optional<QueryIterator> rows(List<Triple> triples, List<Expr> filters) {
        Optional<List<Binding>> quick =
                triples.size() == 1 && filters.isEmpty()
                        ? ofOne(triples.getFirst())
                        : Optional.empty();
        return quick.or(() -> counted(triples, filters))
                .map(rows -> held.until(QueryIterPlainWrapper.create(rows.iterator(), context)));
    }

    /**
     * Reads the counts of a single triple pattern from the sorted triples, without scanning rows.
     */
    private Optional<List<Binding>> ofOne(Triple triple) {
        Node subject = triple.getSubject();
        Node predicate = triple.getPredicate();
        Node object = triple.getObject();
        if (!subject.isVariable() || !object.isVariable() || subject.equals(object)) {
            return Optional.empty();
        }
        if (predicate.isURI() && keys.equals(List.of(object))) {
            return allCount(List.of(subject)) ? Optional.of(byObject(predicate)) : Optional.empty();
        }
        if (predicate.isVariable()
                && keys.equals(List.of(predicate))
                && !predicate.equals(subject)
                && !predicate.equals(object)) {
            return allCount(List.of()) ? Optional.of(byPredicate()) : Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * Whether all aggregates count rows in which given variables are bound, or distinct values of
     * some variables.
     *
     * @param different variables whose distinct values can be counted
     */
    private boolean allCount(Collection<? extends Node> different) {
        Set<Var> mentioned = mentioned();
        return group.getAggregators().stream()
                .map(ExprAggregator::getAggregator)
                .allMatch(
                        one ->
                                switch (one) {
                                    case AggCount rows -> true;
                                    case AggCountVar some -> mentioned.contains(variable(some));
                                    case AggCountVarDistinct some ->
                                            different.contains(variable(some));
                                    default -> false;
                                });
    }

    private Set<Var> mentioned() {
        return OpVars.visibleVars(group.getSubOp());
    }

    private static Node variable(Aggregator aggregator) {
        Expr counted = aggregator.getExprList().get(0);
        return counted.isVariable() ? counted.asVar() : Node.ANY;
    }

    private List<Binding> byObject(Node predicate) {
        List<Binding> rows = new ArrayList<>();
        int number = graph.dictionary().number(predicate);
        if (number == TermDictionary.NONE) {
            return rows;
        }
        TripleIndex order = graph.byPredicate();
        int end = order.to(number);
        for (int at = order.from(number); at < end; ) {
            int object = order.second(at);
            int next = order.firstFrom(at, end, object + 1);
            held.row();
            rows.add(row(new int[] {object}, same(next - at)));
            at = next;
        }
        return rows;
    }

    private List<Binding> byPredicate() {
        List<Binding> rows = new ArrayList<>();
        for (Map.Entry<Integer, Use> use : graph.uses().entrySet()) {
            rows.add(row(new int[] {use.getKey()}, same(use.getValue().triples())));
        }
        return rows;
    }

    private long[] same(long count) {
        long[] counts = new long[group.getAggregators().size()];
        Arrays.fill(counts, count);
        return counts;
    }

    private Optional<List<Binding>> counted(List<Triple> triples, List<Expr> filters) {
        if (!mentioned().containsAll(keys) || !allCount(mentioned())) {
            return Optional.empty();
        }
        PreparedJoin join =
                PreparedJoin.of(graph, triples, filters, BindingFactory.empty(), held, context);
        int[] slots = keys.stream().mapToInt(join.variables()::indexOf).toArray();
        int[] distinct =
                group.getAggregators().stream()
                        .map(ExprAggregator::getAggregator)
                        .mapToInt(
                                one ->
                                        one instanceof AggCountVarDistinct
                                                ? join.variables().indexOf(variable(one))
                                                : -1)
                        .toArray();
        Map<Long, Group> groups = new LinkedHashMap<>();
        while (join.rows().next()) {
            int[] row = join.rows().row();
            groups.computeIfAbsent(key(row, slots), first -> new Group(row, slots, distinct, held))
                    .add(row, distinct);
        }
        if (groups.isEmpty() && keys.isEmpty()) {
            return Optional.of(List.of(row(new int[0], same(0))));
        }
        return Optional.of(
                groups.values().stream().map(one -> row(one.keys, one.counts())).toList());
    }

    private static long key(int[] row, int[] slots) {
        long key = 0;
        for (int slot : slots) {
            key = (key << 32) | row[slot];
        }
        return key;
    }

    private Binding row(int[] numbers, long[] counts) {
        BindingBuilder row = BindingFactory.builder();
        for (int at = 0; at < numbers.length; at++) {
            row.add(keys.get(at), graph.dictionary().node(numbers[at]));
        }
        for (int at = 0; at < counts.length; at++) {
            row.add(
                    group.getAggregators().get(at).getVar(),
                    NodeValue.makeInteger(counts[at]).asNode());
        }
        return row.build();
    }

    /** The rows that have the same key. */
    private static final class Group {
        private final int[] keys;
        private final List<Set<Integer>> different = new ArrayList<>();
        private final MemoryBudget.Hold held;
        private long rows;

        Group(int[] row, int[] slots, int[] distinct, MemoryBudget.Hold held) {
            held.group();
            this.held = held;
            keys = new int[slots.length];
            for (int at = 0; at < slots.length; at++) {
                keys[at] = row[slots[at]];
            }
            for (int slot : distinct) {
                different.add(slot < 0 ? Set.of() : new HashSet<>());
            }
        }

        void add(int[] row, int[] distinct) {
            rows++;
            for (int at = 0; at < distinct.length; at++) {
                if (distinct[at] >= 0) {
                    if (different.get(at).add(row[distinct[at]])) {
                        held.row();
                    }
                }
            }
        }

        long[] counts() {
            long[] counts = new long[different.size()];
            for (int at = 0; at < counts.length; at++) {
                counts[at] = different.get(at) instanceof HashSet<Integer> set ? set.size() : rows;
            }
            return counts;
        }
    }
}
