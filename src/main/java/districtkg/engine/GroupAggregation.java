package districtkg.engine;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;

/**
 * An aggregate whose groups are counted, and that can be stopped when all rows are read and the
 * results of millions of groups are made.
 */
record GroupAggregation(Aggregator inner, MemoryBudget held) implements Aggregator {
    private static final String TEXTS = "GROUP_CONCAT";

    /** Aggregates for one execution of a query. */
    static List<ExprAggregator> of(List<ExprAggregator> aggregates, MemoryBudget held) {
        return aggregates.stream()
                .map(
                        one ->
                                new ExprAggregator(
                                        one.getVar(),
                                        new GroupAggregation(one.getAggregator(), held)))
                .toList();
    }

    @Override
    public Accumulator createAccumulator() {
        held.group();
        Accumulator accumulator = inner.createAccumulator();
        return new Accumulator() {
            @Override
            public void accumulate(Binding row, FunctionEnv environment) {
                if (inner.getName().equals(TEXTS)) {
                    measure(row, environment);
                }
                accumulator.accumulate(row, environment);
            }

            @Override
            public NodeValue getValue() {
                if (Thread.currentThread().isInterrupted()) {
                    throw new QueryCancelledException();
                }
                return accumulator.getValue();
            }
        };
    }

    private void measure(Binding row, FunctionEnv environment) {
        NodeValue text = ExprLib.evalOrNull(inner.getExprList().get(0), row, environment);
        if (text != null) {
            held.text(text.asString().length());
        }
    }

    @Override
    public Node getValueEmpty() {
        return inner.getValueEmpty();
    }

    @Override
    public String toPrefixString() {
        return inner.toPrefixString();
    }

    @Override
    public String key() {
        return inner.key();
    }

    @Override
    public String getName() {
        return inner.getName();
    }

    @Override
    public ExprList getExprList() {
        return inner.getExprList();
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new GroupAggregation(inner.copy(expressions), held);
    }

    @Override
    public Aggregator copyTransform(NodeTransform transform) {
        return new GroupAggregation(inner.copyTransform(transform), held);
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return inner.equals(other instanceof GroupAggregation same ? same.inner : other, bySyntax);
    }

    @Override
    public String asSparqlExpr(SerializationContext context) {
        return inner.asSparqlExpr(context);
    }
}
