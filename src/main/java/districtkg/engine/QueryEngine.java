package districtkg.engine;

import districtkg.engine.aggregate.CountAggregate;
import districtkg.engine.aggregate.GroupAggregation;
import districtkg.engine.join.EncodedPattern;
import districtkg.engine.join.JoinIterator;
import districtkg.engine.memory.MemoryBudget;
import districtkg.engine.memory.MemoryBudget.Hold;
import districtkg.engine.memory.MemoryBudgetExceeded;
import districtkg.engine.path.PathIterator;
import districtkg.engine.path.PathStep;
import districtkg.index.IndexedGraph;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpAntiJoin;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSemiJoin;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterHalfJoin;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.iterator.QueryIterTopN;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * Executes SPARQL algebra: Jena's executor, with own implementations of basic graph patterns, their
 * filters and counts, and with a memory budget per query.
 */
public final class QueryEngine extends OpExecutor {
    private QueryEngine(ExecutionContext context) {
        super(context);
    }

    /**
     * Enables this engine for all queries with a context whose graph is an {@link IndexedGraph}.
     */
    public static void use(Context context) {
        QC.setFactory(context, QueryEngine::new);
        context.set(ARQ.optFilterPlacementBGP, false); // a filter in between would fix the order
        RewriteFactory before = context.get(ARQConstants.sysOptimizerFactory);
        RewriteFactory optimizer = before == null ? Optimize.getFactory() : before;
        context.set(ARQConstants.sysOptimizerFactory, dividing(optimizer));
    }

    /** An optimizer that gets the values of VALUES blocks divided, as Jena's needs them. */
    private static RewriteFactory dividing(RewriteFactory optimizer) {
        return running -> {
            Rewrite optimized = optimizer.create(running);
            return op -> optimized.rewrite(UndefinedValues.divide(op));
        };
    }

    /**
     * Sets the memory budget of each query with a context, in bytes. A query that exceeds it ends
     * with {@link MemoryBudgetExceeded}. Without this call there is no limit.
     */
    public static void hold(Context context, long bytes) {
        MemoryBudget.limit(context, bytes);
    }

    @Override
    protected QueryIterator execute(OpBGP pattern, QueryIterator input) {
        return answers(pattern.getPattern()) && !lookup(pattern.getPattern(), input)
                ? match(pattern.getPattern(), List.of(), input)
                : super.execute(pattern, withIriPredicates(pattern.getPattern(), input));
    }

    /**
     * Removes input bindings in which a predicate is not an IRI. They match nothing, and Jena's
     * reordering of patterns fails on them.
     */
    private QueryIterator withIriPredicates(BasicPattern pattern, QueryIterator input) {
        List<Var> predicates =
                pattern.getList().stream()
                        .map(Triple::getPredicate)
                        .filter(Var::isVar)
                        .map(Var::alloc)
                        .toList();
        return predicates.isEmpty()
                ? input
                : new QueryIterProcessBinding(input, execCxt) {
                    @Override
                    public @Nullable Binding accept(Binding row) {
                        return predicates.stream()
                                        .map(row::get)
                                        .allMatch(node -> node == null || node.isURI())
                                ? row
                                : null;
                    }
                };
    }

    @Override
    protected QueryIterator execute(OpFilter filter, QueryIterator input) {
        return filter.getSubOp() instanceof OpBGP pattern && answers(pattern.getPattern())
                ? match(pattern.getPattern(), filter.getExprs().getList(), input)
                : super.execute(filter, input);
    }

    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        if (execCxt.getActiveGraph() instanceof IndexedGraph graph && input.isJoinIdentity()) {
            Optional<QueryIterator> counted = CountAggregate.of(group, graph, execCxt);
            if (counted.isPresent()) {
                input.close();
                return counted.orElseThrow();
            }
        }
        Hold held = hold();
        List<ExprAggregator> aggregates = group.getAggregators();
        QueryIterator rows = exec(group.getSubOp(), input);
        return held.until(
                new QueryIterGroup(
                        aggregates.isEmpty() ? held.counted(rows) : rows,
                        group.getGroupVars(),
                        GroupAggregation.of(aggregates, group.getGroupVars(), held),
                        execCxt));
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        Hold held = hold();
        return held.until(
                new QueryIterSort(
                        held.counted(exec(order.getSubOp(), input)),
                        order.getConditions(),
                        execCxt));
    }

    /** The first rows in an order. Only these are stored. */
    @Override
    protected QueryIterator execute(OpTopN first, QueryIterator input) {
        Hold held = hold();
        boolean distinct = first.getSubOp() instanceof OpDistinct;
        Op sub = distinct ? ((OpDistinct) first.getSubOp()).getSubOp() : first.getSubOp();
        return held.until(
                new QueryIterTopN(
                        held.counted(exec(sub, input), first.getLimit()),
                        first.getConditions(),
                        first.getLimit(),
                        distinct,
                        execCxt));
    }

    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        Hold held = hold();
        return held.until(held.counted(super.execute(distinct, input)));
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        Hold held = hold();
        return held.until(
                Join.join(
                        held.counted(exec(join.getLeft(), input)),
                        exec(join.getRight(), root()),
                        execCxt));
    }

    /** The values of a VALUES block. Input bindings are stored for the join with them. */
    @Override
    protected QueryIterator execute(OpTable table, QueryIterator input) {
        if (table.isJoinIdentity() || input.isJoinIdentity()) {
            return super.execute(table, input);
        }
        Hold held = hold();
        return held.until(super.execute(table, held.counted(input)));
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        return withStoredRight(
                join, input, (left, right) -> Join.leftJoin(left, right, join.getExprs(), execCxt));
    }

    @Override
    protected QueryIterator execute(OpSemiJoin join, QueryIterator input) {
        return withStoredRight(
                join, input, (left, right) -> QueryIterHalfJoin.semiJoin(left, right, execCxt));
    }

    @Override
    protected QueryIterator execute(OpAntiJoin join, QueryIterator input) {
        return withStoredRight(
                join, input, (left, right) -> QueryIterHalfJoin.antiJoin(left, right, execCxt));
    }

    @Override
    protected QueryIterator execute(OpMinus minus, QueryIterator input) {
        Set<Var> common = OpVars.visibleVars(minus.getLeft());
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        return withStoredRight(
                minus, input, (left, right) -> QueryIterMinus.create(left, right, common, execCxt));
    }

    /** Evaluates both sides; counts the rows of the right side, which the operator stores. */
    private QueryIterator withStoredRight(
            Op2 operator, QueryIterator input, BinaryOperator<QueryIterator> combine) {
        Hold held = hold();
        return held.until(
                combine.apply(
                        exec(operator.getLeft(), input),
                        held.counted(exec(operator.getRight(), root()))));
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        return execCxt.getActiveGraph() instanceof IndexedGraph graph
                ? PathStep.of(path.getTriplePath().getPath(), graph)
                        .<QueryIterator>map(
                                step ->
                                        new PathIterator(
                                                input, graph, path.getTriplePath(), step, execCxt))
                        .orElseGet(() -> super.execute(path, input))
                : super.execute(path, input);
    }

    private Hold hold() {
        return MemoryBudget.of(execCxt).hold();
    }

    /**
     * Whether the input has one row and the pattern one triple, so that there is nothing to plan.
     */
    private static boolean lookup(BasicPattern pattern, QueryIterator input) {
        return pattern.size() == 1 && !input.isJoinIdentity();
    }

    private boolean answers(BasicPattern pattern) {
        return execCxt.getActiveGraph() instanceof IndexedGraph
                && !pattern.isEmpty()
                && pattern.getList().stream().allMatch(EncodedPattern::plain);
    }

    private QueryIterator match(BasicPattern pattern, List<Expr> filters, QueryIterator input) {
        return new JoinIterator(
                input,
                (IndexedGraph) execCxt.getActiveGraph(),
                pattern.getList(),
                filters,
                execCxt);
    }
}
