package districtkg.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_StrLangDir;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * Works around a bug of Jena 6.0.0: it fails to order texts that differ only in their base
 * direction, such as {@code "a"@en--ltr} and {@code "a"@en}. In queries that mention a direction, a
 * comparison that fails is an error of its row, ORDER BY leaves directions out, and MIN and MAX
 * have no value if one of the values has a direction.
 */
final class BaseDirections {
    private BaseDirections() {}

    /** The same query, if it mentions no direction; no data has one. */
    static Op guarded(Op op) {
        return mentioned(op) ? Transformer.transform(new Ordering(), new Comparing(), op) : op;
    }

    private static boolean mentioned(Op op) {
        AtomicBoolean found = new AtomicBoolean();
        Walker.walk(
                op,
                new OpVisitorBase() {
                    @Override
                    public void visit(OpTable table) {
                        table.getTable()
                                .rows()
                                .forEachRemaining(
                                        row ->
                                                row.forEach(
                                                        (variable, node) -> {
                                                            if (directed(node)) {
                                                                found.set(true);
                                                            }
                                                        }));
                    }
                },
                new ExprVisitorBase() {
                    @Override
                    public void visit(NodeValue value) {
                        if (directed(value.asNode())) {
                            found.set(true);
                        }
                    }

                    @Override
                    public void visit(ExprFunction3 function) {
                        if (function instanceof E_StrLangDir) {
                            found.set(true);
                        }
                    }
                });
        return found.get();
    }

    private static boolean directed(Node node) {
        return node.isTripleTerm()
                ? directed(node.getTriple().getSubject()) || directed(node.getTriple().getObject())
                : node.isLiteral() && node.getLiteralBaseDirection() != null;
    }

    private static Node undirected(Node node) {
        if (!directed(node)) {
            return node;
        }
        if (node.isTripleTerm()) {
            Triple triple = node.getTriple();
            return NodeFactory.createTripleTerm(
                    undirected(triple.getSubject()),
                    triple.getPredicate(),
                    undirected(triple.getObject()));
        }
        return NodeFactory.createLiteralLang(
                node.getLiteralLexicalForm(), node.getLiteralLanguage());
    }

    private static Node refused(Node node) {
        if (directed(node)) {
            throw new ExprEvalException("a text with a base direction has no order");
        }
        return node;
    }

    private static final class Ordering extends TransformCopy {
        @Override
        public Op transform(OpOrder order, Op inner) {
            List<SortCondition> conditions = new ArrayList<>();
            for (SortCondition condition : order.getConditions()) {
                conditions.add(
                        new SortCondition(
                                new Mapped(condition.getExpression(), BaseDirections::undirected),
                                condition.getDirection()));
            }
            return new OpOrder(inner, conditions);
        }

        @Override
        public Op transform(OpGroup group, Op inner) {
            List<ExprAggregator> aggregators =
                    group.getAggregators().stream()
                            .map(
                                    one ->
                                            new ExprAggregator(
                                                    one.getVar(), refusing(one.getAggregator())))
                            .toList();
            return OpGroup.create(inner, group.getGroupVars(), aggregators);
        }

        private static Aggregator refusing(Aggregator aggregator) {
            return switch (aggregator) {
                case AggMin least -> refusingIn(least);
                case AggMinDistinct least -> refusingIn(least);
                case AggMax greatest -> refusingIn(greatest);
                case AggMaxDistinct greatest -> refusingIn(greatest);
                default -> aggregator;
            };
        }

        private static Aggregator refusingIn(Aggregator aggregator) {
            return aggregator.copy(
                    new ExprList(
                            new Mapped(aggregator.getExprList().get(0), BaseDirections::refused)));
        }
    }

    private static final class Comparing extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            Expr same = super.transform(function, left, right);
            return switch (same) {
                case E_LessThan less -> new SizeCheckedFunctions.Of2(less);
                case E_LessThanOrEqual less -> new SizeCheckedFunctions.Of2(less);
                case E_GreaterThan greater -> new SizeCheckedFunctions.Of2(greater);
                case E_GreaterThanOrEqual greater -> new SizeCheckedFunctions.Of2(greater);
                default -> same;
            };
        }
    }

    /** An expression with its value changed. */
    private static final class Mapped extends ExprFunction1 {
        private final UnaryOperator<Node> change;

        Mapped(Expr argument, UnaryOperator<Node> change) {
            super(argument, "comparable");
            this.change = change;
        }

        @Override
        public NodeValue eval(NodeValue value) {
            return NodeValue.makeNode(change.apply(value.asNode()));
        }

        @Override
        public Expr copy(Expr argument) {
            return new Mapped(argument, change);
        }
    }
}
