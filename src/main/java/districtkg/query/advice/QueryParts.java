package districtkg.query.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;

/**
 * The patterns, comparisons and groups of a query, wherever they stand in it.
 *
 * @param triples of its patterns
 * @param optional those of the triples that need not match: in OPTIONAL, in a branch of UNION, or
 *     negated
 * @param absent negated patterns of one triple, which must not match
 * @param comparisons of a variable with a constant
 * @param choices the constants that VALUES or IN allow for a variable
 * @param groups with their aggregates
 */
record QueryParts(
        List<Triple> triples,
        Set<Triple> optional,
        List<Triple> absent,
        List<Comparison> comparisons,
        Map<Var, Set<Node>> choices,
        List<OpGroup> groups) {
    /**
     * A variable and a constant that a filter compares.
     *
     * @param equal whether they must be equal
     */
    record Comparison(Var variable, Node constant, boolean equal) {}

    static QueryParts of(Query query) {
        return of(Algebra.compile(query));
    }

    static QueryParts of(Op algebra) {
        QueryParts parts =
                new QueryParts(
                        new ArrayList<>(),
                        new HashSet<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new HashMap<>(),
                        new ArrayList<>());
        Walker.walk(algebra, parts.new Patterns(), parts.new Filters());
        return parts;
    }

    /**
     * The triples of the patterns below an operator. Walks them once: to take all parts of the
     * operator here would walk nested unions as often as two to the power of their depth.
     */
    private static List<Triple> triplesOf(Op algebra) {
        List<Triple> inside = new ArrayList<>();
        Walker.walk(algebra, new Triples(inside), new ExprVisitorBase());
        return inside;
    }

    private void negated(Op pattern) {
        List<Triple> inside = triplesOf(pattern);
        optional.addAll(inside);
        if (inside.size() == 1) {
            absent.addAll(inside);
        }
    }

    /** Collects triples; a path of several steps is taken apart. */
    private static class Triples extends OpVisitorBase {
        private final List<Triple> found;

        Triples(List<Triple> found) {
            this.found = found;
        }

        @Override
        public void visit(OpBGP pattern) {
            found.addAll(pattern.getPattern().getList());
        }

        @Override
        public void visit(OpPath path) {
            add(
                    path.getTriplePath().getSubject(),
                    path.getTriplePath().getPath(),
                    path.getTriplePath().getObject());
        }

        private void add(Node subject, Path path, Node object) {
            if (path instanceof P_Link link) {
                found.add(Triple.create(subject, link.getNode(), object));
            } else if (path instanceof P_Seq steps) {
                Node between = Var.alloc("." + found.size());
                add(subject, steps.getLeft(), between);
                add(between, steps.getRight(), object);
            }
        }
    }

    private final class Patterns extends Triples {
        Patterns() {
            super(triples);
        }

        @Override
        public void visit(OpLeftJoin join) {
            optional.addAll(triplesOf(join.getRight()));
        }

        @Override
        public void visit(OpUnion union) {
            optional.addAll(triplesOf(union.getLeft()));
            optional.addAll(triplesOf(union.getRight()));
        }

        @Override
        public void visit(OpMinus minus) {
            negated(minus.getRight());
        }

        @Override
        public void visit(OpTable table) {
            for (Var variable : table.getTable().getVars()) {
                Set<Node> values = new HashSet<>();
                table.getTable().rows().forEachRemaining(row -> values.add(row.get(variable)));
                if (!values.contains(null)) {
                    choices.put(variable, values);
                }
            }
        }

        @Override
        public void visit(OpGroup group) {
            groups.add(group);
        }
    }

    private final class Filters extends ExprVisitorBase {
        @Override
        public void visit(ExprFunction2 function) {
            if (function instanceof E_Equals
                    || function instanceof E_LessThan
                    || function instanceof E_LessThanOrEqual
                    || function instanceof E_GreaterThan
                    || function instanceof E_GreaterThanOrEqual) {
                compare(function.getArg1(), function.getArg2(), function instanceof E_Equals);
                compare(function.getArg2(), function.getArg1(), function instanceof E_Equals);
            }
        }

        @Override
        public void visit(ExprFunctionN function) {
            if (function instanceof E_OneOf in
                    && in.getLHS().isVariable()
                    && in.getRHS().getList().stream().allMatch(Expr::isConstant)) {
                choices.put(
                        in.getLHS().asVar(),
                        in.getRHS().getList().stream()
                                .map(one -> one.getConstant().asNode())
                                .collect(Collectors.toSet()));
            }
        }

        @Override
        public void visit(ExprFunctionOp function) {
            if (function instanceof E_NotExists) {
                negated(function.getGraphPattern());
            }
        }

        private void compare(Expr variable, Expr constant, boolean equal) {
            if (variable.isVariable() && constant.isConstant()) {
                comparisons.add(
                        new Comparison(variable.asVar(), constant.getConstant().asNode(), equal));
            }
        }
    }
}
