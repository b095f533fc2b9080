package districtkg.query.advice;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.path.P_Link;

/**
 * The patterns, comparisons and groups of a query, wherever they stand in it.
 *
 * @param triples of its patterns
 * @param comparisons of a variable with a constant
 * @param groups with their aggregates
 */
record QueryParts(List<Triple> triples, List<Comparison> comparisons, List<OpGroup> groups) {
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
        QueryParts parts = new QueryParts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Walker.walk(algebra, parts.new Patterns(), parts.new Filters());
        return parts;
    }

    private final class Patterns extends OpVisitorBase {
        @Override
        public void visit(OpBGP pattern) {
            triples.addAll(pattern.getPattern().getList());
        }

        @Override
        public void visit(OpPath path) {
            if (path.getTriplePath().getPath() instanceof P_Link link) {
                triples.add(
                        Triple.create(
                                path.getTriplePath().getSubject(),
                                link.getNode(),
                                path.getTriplePath().getObject()));
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

        private void compare(Expr variable, Expr constant, boolean equal) {
            if (variable.isVariable() && constant.isConstant()) {
                comparisons.add(
                        new Comparison(variable.asVar(), constant.getConstant().asNode(), equal));
            }
        }
    }
}
