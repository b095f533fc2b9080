package districtkg.engine.join;

import districtkg.engine.filter.FilterConditions;
import districtkg.engine.filter.FilterConditions.Check;
import districtkg.engine.filter.VariableCondition;
import districtkg.engine.join.EncodedPattern.Term;
import districtkg.engine.memory.MemoryBudget;
import districtkg.index.IndexScan;
import districtkg.index.IndexedGraph;
import districtkg.index.IndexedGraph.Use;
import districtkg.index.TermDictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Chooses the order in which patterns are joined: always the pattern with the fewest expected
 * triples per row. If these are many, and the patterns of one subject can be evaluated separately
 * with less work, it plans a hash join.
 */
final class JoinPlanner {
    private static final Use UNUSED = new Use(0, 1, 1);
    private static final double PASSES = 0.1;

    /** Below this number of triples to scan, a hash table does not pay. */
    private static final int FEW = 64;

    private final IndexedGraph graph;
    private final FilterConditions filters;
    private final int width;
    private final MemoryBudget.Hold held;
    private final BitSet bound;
    private final List<EncodedPattern> left;
    private final List<Check> unchecked;
    private final List<JoinStep> steps = new ArrayList<>();
    private final List<List<Predicate<int[]>>> checks = new ArrayList<>();

    /** The slot whose numbers come in ascending order; -1 if there is none. */
    private int ascending = -1;

    private double rows = 1;
    private double work;

    private JoinPlanner(
            IndexedGraph graph,
            List<EncodedPattern> patterns,
            FilterConditions filters,
            int width,
            BitSet bound,
            MemoryBudget.Hold held) {
        this.graph = graph;
        this.held = held;
        this.left = new ArrayList<>(patterns);
        this.filters = filters;
        this.width = width;
        this.bound = (BitSet) bound.clone();
        this.unchecked = new ArrayList<>(filters.checks());
    }

    /**
     * The rows of some patterns.
     *
     * @param known the slots that are bound in the first row
     * @param row the first row, with one number per slot
     * @param held counts the rows of hash tables
     */
    static RowIterator rows(
            IndexedGraph graph,
            List<EncodedPattern> patterns,
            FilterConditions filters,
            BitSet known,
            int[] row,
            MemoryBudget.Hold held) {
        JoinPlanner plan = new JoinPlanner(graph, patterns, filters, row.length, known, held);
        plan.decide();
        return new RowIterator(plan.steps, plan.checks, row);
    }

    private void decide() {
        while (!left.isEmpty()) {
            EncodedPattern next = cheapest();
            if (!apart(next)) {
                follow(next);
            }
        }
    }

    private EncodedPattern cheapest() {
        EncodedPattern best = left.getFirst();
        double least = Double.MAX_VALUE;
        for (EncodedPattern pattern : left) {
            double fan = fan(pattern);
            if (fan < least) {
                best = pattern;
                least = fan;
            }
        }
        return best;
    }

    private void follow(EncodedPattern pattern) {
        left.remove(pattern);
        double fan = fan(pattern);
        boolean member = member(pattern);
        work += rows * Math.max(fan, 1);
        rows *= likely(fan) * (pattern.object().free(bound) && tested(pattern) ? PASSES : 1);
        int object = pattern.object().free(bound) ? pattern.object().slot() : -1;
        if (steps.isEmpty() && pattern.subject().free(bound) && holdsTerms(pattern)) {
            ascending = pattern.subject().slot();
        }
        steps.add(
                member
                        ? new MergeJoinStep(
                                graph,
                                ascending,
                                pattern.predicate().number(),
                                pattern.object().number())
                        : new IndexScanStep(
                                graph,
                                pattern,
                                bound,
                                object < 0 ? VariableCondition.NONE : filters.condition(object)));
        BitSet added = pattern.slots();
        added.andNot(bound);
        check(added, object);
    }

    /**
     * The expected fraction of rows that pass. Properties of one subject are correlated, so a
     * condition removes fewer rows than its selectivity over all subjects suggests.
     */
    private static double likely(double fan) {
        return fan < 1 ? Math.sqrt(fan) : fan;
    }

    private static boolean holdsTerms(EncodedPattern pattern) {
        return pattern.predicate().number() >= 0 && pattern.object().number() >= 0;
    }

    /**
     * Whether a pattern only tests a constant for each of very many subjects that come in order.
     */
    private boolean member(EncodedPattern pattern) {
        return ascending >= 0
                && pattern.subject().slot() == ascending
                && bound.get(ascending)
                && holdsTerms(pattern)
                && rows >= FEW;
    }

    private boolean tested(EncodedPattern pattern) {
        return filters.condition(pattern.object().slot()).test().isPresent();
    }

    /**
     * Adds the checks whose slots are bound now.
     *
     * @param added slots bound by the last step
     * @param seen slot whose condition the step itself evaluates
     */
    private void check(BitSet added, int seen) {
        bound.or(added);
        List<Predicate<int[]>> now = new ArrayList<>();
        added.stream()
                .filter(
                        slot ->
                                slot != seen
                                        && !filters.condition(slot).equals(VariableCondition.NONE))
                .forEach(slot -> now.add(row -> filters.condition(slot).holds(row[slot])));
        for (Check check : List.copyOf(unchecked)) {
            BitSet missing = (BitSet) check.needs().clone();
            missing.andNot(bound);
            if (missing.isEmpty()) {
                now.add(check.holds());
                unchecked.remove(check);
            }
        }
        checks.add(now);
    }

    /**
     * Plans a hash join for the patterns of one subject if that is less work than an index join.
     */
    private boolean apart(EncodedPattern next) {
        Term subject = next.subject();
        double following = rows * fan(next);
        if (!subject.free(bound) || following < FEW) {
            return false;
        }
        List<EncodedPattern> star =
                left.stream()
                        .filter(pattern -> pattern.subject().slot() == subject.slot())
                        .collect(Collectors.toList());
        BitSet slots = new BitSet();
        star.forEach(pattern -> slots.or(pattern.slots()));
        BitSet shared = (BitSet) slots.clone();
        shared.and(bound);
        if (shared.isEmpty()) {
            return false;
        }
        JoinPlanner aside = new JoinPlanner(graph, star, filters, width, new BitSet(), held);
        aside.unchecked.removeIf(check -> !within(check.needs(), slots));
        List<Check> theirs = List.copyOf(aside.unchecked);
        while (!aside.left.isEmpty()) {
            aside.follow(aside.cheapest());
        }
        if (aside.work + rows >= following) {
            return false;
        }
        left.removeAll(star);
        unchecked.removeAll(theirs);
        BitSet added = (BitSet) slots.clone();
        added.andNot(bound);
        steps.add(
                new HashJoinStep(
                        new RowIterator(aside.steps, aside.checks, unknown(width)),
                        shared.stream().toArray(),
                        added.stream().toArray(),
                        held));
        work += aside.work + rows;
        rows = Math.max(1, rows * aside.rows / Math.max(1, keys(star, shared)));
        bound.or(added);
        check(new BitSet(), -1);
        return true;
    }

    private static int[] unknown(int width) {
        int[] row = new int[width];
        Arrays.fill(row, TermDictionary.NONE);
        return row;
    }

    private static boolean within(BitSet some, BitSet all) {
        BitSet missing = (BitSet) some.clone();
        missing.andNot(all);
        return missing.isEmpty() && !some.isEmpty();
    }

    /** An upper bound of the number of distinct keys, for estimating how many rows match. */
    private double keys(List<EncodedPattern> star, BitSet shared) {
        double keys = 1;
        for (EncodedPattern pattern : star) {
            int slot = pattern.object().slot();
            if (slot >= 0 && shared.get(slot)) {
                keys *= use(pattern).objects();
            }
        }
        return keys;
    }

    private Use use(EncodedPattern pattern) {
        return graph.uses().getOrDefault(pattern.predicate().number(), UNUSED);
    }

    /** The expected number of triples that match a pattern, per row. */
    private double fan(EncodedPattern pattern) {
        boolean subject = !pattern.subject().free(bound);
        boolean predicate = !pattern.predicate().free(bound);
        boolean object = !pattern.object().free(bound);
        boolean exact = exact(pattern, subject, predicate, object);
        if (exact) {
            return counted(pattern, object);
        }
        if (!predicate || pattern.predicate().slot() >= 0) {
            double all = graph.size();
            double fan = all;
            fan = subject ? Math.min(fan, all / Math.max(1, graph.bySubject().places())) : fan;
            fan = object ? Math.min(fan, all / Math.max(1, graph.byObject().places())) : fan;
            return subject && object ? 1 : fan;
        }
        Use use = use(pattern);
        if (subject && object) {
            double all =
                    pattern.object().slot() < 0
                            ? counted(any(pattern), true)
                            : (double) use.triples() / use.objects();
            return Math.min(1, all / use.subjects());
        }
        double fan =
                subject
                        ? (double) use.triples() / use.subjects()
                        : (double) use.triples() / use.objects();
        return subject && narrowed(pattern)
                ? fan * counted(any(pattern), false) / Math.max(1, use.triples())
                : fan;
    }

    private boolean narrowed(EncodedPattern pattern) {
        return pattern.object().free(bound)
                && filters.condition(pattern.object().slot()).above() < Integer.MAX_VALUE;
    }

    private static EncodedPattern any(EncodedPattern pattern) {
        return new EncodedPattern(
                new Term(-1, IndexScan.ANY), pattern.predicate(), pattern.object());
    }

    /**
     * Whether a pattern has constants only where it is bound, so that its triples can be counted
     * exactly.
     */
    private static boolean exact(
            EncodedPattern pattern, boolean subject, boolean predicate, boolean object) {
        return (!subject || pattern.subject().slot() < 0)
                && (!predicate || pattern.predicate().slot() < 0)
                && (!object || pattern.object().slot() < 0);
    }

    private int counted(EncodedPattern pattern, boolean object) {
        IndexScan scan =
                new IndexScan(
                        graph,
                        pattern.subject().number(),
                        pattern.predicate().number(),
                        pattern.object().number());
        if (!object && pattern.object().slot() >= 0) {
            VariableCondition condition = filters.condition(pattern.object().slot());
            scan.between(condition.lowest(), condition.above());
        }
        return scan.impossible() ? 0 : scan.count();
    }
}
