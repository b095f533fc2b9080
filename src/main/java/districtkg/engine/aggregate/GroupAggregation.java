package districtkg.engine.aggregate;

import districtkg.engine.memory.MemoryBudget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.binding.BindingProjectNamed;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggAvgDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSample;
import org.apache.jena.sparql.expr.aggregate.AggSampleDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.AggSumDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that counts its memory: groups with their keys, distinct values, and stored strings.
 * It can be interrupted after all rows are read, while the results of millions of groups are
 * created.
 *
 * @param asked the aggregate of the query
 * @param keys the group keys, counted with the first aggregate; empty for the others
 * @param held the memory of the operator
 */
public record GroupAggregation(Aggregator asked, VarExprList keys, MemoryBudget.Hold held)
        implements Aggregator {
    /** Two bytes per character, and twice as much while a string grows. */
    private static final int CHARACTER = 4;

    private static final Var VALUE = Var.alloc("districtkg.value");

    /** Wraps the aggregates of one execution of a query. */
    public static List<ExprAggregator> of(
            List<ExprAggregator> aggregates, VarExprList keys, MemoryBudget.Hold held) {
        List<ExprAggregator> counted = new ArrayList<>();
        VarExprList uncounted = keys;
        for (ExprAggregator one : aggregates) {
            counted.add(
                    new ExprAggregator(
                            one.getVar(),
                            new GroupAggregation(one.getAggregator(), uncounted, held)));
            uncounted = new VarExprList();
        }
        return counted;
    }

    @Override
    public Accumulator createAccumulator() {
        held.group();
        return new Counted(this);
    }

    /** The aggregate without DISTINCT, for values that are already distinct. */
    private static Aggregator ofDifferent(Aggregator aggregator) {
        return switch (aggregator) {
            case AggCountDistinct rows -> new AggCount();
            case AggCountVarDistinct values -> new AggCountVar(argument(values));
            case AggSumDistinct values -> new AggSum(argument(values));
            case AggAvgDistinct values -> new AggAvg(argument(values));
            case AggMinDistinct values -> new AggMin(argument(values));
            case AggMaxDistinct values -> new AggMax(argument(values));
            case AggSampleDistinct values -> new AggSample(argument(values));
            case AggGroupConcatDistinct values ->
                    new AggGroupConcat(argument(values), values.getSeparator());
            default -> aggregator;
        };
    }

    /** Whether the result is one of the values, so that duplicates do not matter. */
    private static boolean ofOneValue(Aggregator aggregator) {
        return aggregator instanceof AggMin
                || aggregator instanceof AggMax
                || aggregator instanceof AggSample;
    }

    private static Expr argument(Aggregator aggregator) {
        return aggregator.getExprList().get(0);
    }

    /** The state of one group. */
    private static final class Counted implements Accumulator {
        private final VarExprList keys;
        private final MemoryBudget.Hold held;
        private final Aggregator plain;
        private final Accumulator inner;
        private final @Nullable Expr argument;
        private final boolean distinct;

        /** The distinct values or rows so far. */
        private final Set<Object> met = new HashSet<>(0);

        private boolean begun;
        private long longest;

        Counted(GroupAggregation aggregation) {
            Aggregator asked = aggregation.asked;
            this.keys = aggregation.keys;
            this.held = aggregation.held;
            this.plain = ofDifferent(asked);
            this.distinct = plain != asked && !ofOneValue(plain);
            ExprList arguments = asked.getExprList();
            this.argument = arguments == null || arguments.isEmpty() ? null : arguments.get(0);
            this.inner = accumulator();
        }

        /** Evaluates the expression once per row, unless it is a variable. */
        private Accumulator accumulator() {
            return argument == null || argument.isVariable()
                    ? plain.createAccumulator()
                    : plain.copy(new ExprList(new ExprVar(VALUE))).createAccumulator();
        }

        @Override
        public void accumulate(Binding row, FunctionEnv environment) {
            if (!begun) {
                begun = true;
                key(row, environment);
            }
            if (argument == null) {
                if (!distinct || differs(row)) {
                    inner.accumulate(row, environment);
                }
                return;
            }
            NodeValue value = ExprLib.evalOrNull(argument, row, environment);
            if (value == null || !distinct || differs(value)) {
                keep(value);
                inner.accumulate(argument.isVariable() ? row : only(value), environment);
            }
        }

        private void key(Binding row, FunctionEnv environment) {
            for (Var key : keys.getVars()) {
                Node value = keys.get(key, row, environment);
                if (value != null) {
                    held.take(MemoryBudget.text(value));
                }
            }
        }

        private boolean differs(Binding row) {
            Binding named = new BindingProjectNamed(row);
            boolean differs = met.add(named);
            if (differs) {
                held.row(named);
            }
            return differs;
        }

        private boolean differs(NodeValue value) {
            boolean differs = met.add(value);
            if (differs) {
                held.term(value.asNode());
            }
            return differs;
        }

        /**
         * Counts a stored value: GROUP_CONCAT stores every string, other aggregates one value at
         * most.
         */
        private void keep(@Nullable NodeValue value) {
            if (value == null) {
                return;
            }
            if (plain instanceof AggGroupConcat texts) {
                String separator = texts.getSeparator();
                int between = separator == null ? 1 : separator.length();
                held.take((long) CHARACTER * (value.asString().length() + between));
            } else {
                long text = MemoryBudget.text(value.asNode());
                held.take(Math.max(0, text - longest));
                longest = Math.max(longest, text);
            }
        }

        private static Binding only(@Nullable NodeValue value) {
            return value == null
                    ? BindingFactory.empty()
                    : BindingFactory.binding(VALUE, value.asNode());
        }

        @Override
        public NodeValue getValue() {
            if (Thread.currentThread().isInterrupted()) {
                throw new QueryCancelledException();
            }
            return inner.getValue();
        }
    }

    @Override
    public Node getValueEmpty() {
        return asked.getValueEmpty();
    }

    @Override
    public String toPrefixString() {
        return asked.toPrefixString();
    }

    @Override
    public String key() {
        return asked.key();
    }

    @Override
    public String getName() {
        return asked.getName();
    }

    @Override
    public ExprList getExprList() {
        return asked.getExprList();
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new GroupAggregation(asked.copy(expressions), keys, held);
    }

    @Override
    public Aggregator copyTransform(NodeTransform transform) {
        return new GroupAggregation(asked.copyTransform(transform), keys, held);
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return asked.equals(other instanceof GroupAggregation same ? same.asked : other, bySyntax);
    }

    @Override
    public String asSparqlExpr(SerializationContext context) {
        return asked.asSparqlExpr(context);
    }
}
