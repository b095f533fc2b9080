package districtkg.guard;

import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.E_TripleFn;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * Keeps the expressions of a query within bounds while it runs: only the functions of a list can be
 * called, no predicate computes, no operation makes a value that grows without end, and none works
 * on when the query was stopped.
 */
public final class ExpressionGuard {
    private static final FunctionRegistry FUNCTIONS = AllowedFunctions.registry();

    private ExpressionGuard() {}

    /** Guards all queries that are run in a context. */
    public static void set(Context context) {
        RewriteFactory optimizer = optimizer(context);
        FunctionRegistry.set(context, FUNCTIONS);
        context.set(ARQ.propertyFunctions, false);
        context.set(ARQ.httpServiceAllowed, false);
        context.set(
                ARQConstants.sysOptimizerFactory,
                (RewriteFactory) running -> op -> optimizer.create(running).rewrite(guarded(op)));
    }

    private static RewriteFactory optimizer(Context context) {
        RewriteFactory set = context.get(ARQConstants.sysOptimizerFactory);
        return set == null ? Optimize.getFactory() : set;
    }

    /** Before anything is computed: the optimizer computes what is constant. */
    static Op guarded(Op op) {
        return Transformer.transform(new TransformCopy(), new Guarding(), op);
    }

    private static final class Guarding extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction1 function, Expr arg) {
            Expr same = super.transform(function, arg);
            return same instanceof E_StrEncodeForURI growing
                    ? new SizeCheckedFunctions.Of1(growing)
                    : same;
        }

        @Override
        public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            Expr same = super.transform(function, left, right);
            return switch (same) {
                case E_StrDatatype typed -> new SizeCheckedFunctions.Typed(typed);
                case E_Add sum -> new SizeCheckedFunctions.Of2(sum);
                case E_Subtract difference -> new SizeCheckedFunctions.Of2(difference);
                case E_Multiply product -> new SizeCheckedFunctions.Of2(product);
                case E_Divide quotient -> new SizeCheckedFunctions.Of2(quotient);
                case E_StrContains search -> new SizeCheckedFunctions.Of2(search);
                case E_StrBefore search -> new SizeCheckedFunctions.Of2(search);
                case E_StrAfter search -> new SizeCheckedFunctions.Of2(search);
                default -> same;
            };
        }

        @Override
        public Expr transform(ExprFunction3 function, Expr first, Expr second, Expr third) {
            Expr same = super.transform(function, first, second, third);
            return same instanceof E_TripleFn nesting
                    ? new SizeCheckedFunctions.Of3(nesting)
                    : same;
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList args) {
            Expr same = super.transform(function, args);
            return switch (same) {
                case E_Regex regex -> new BoundedRegex.Match(new ExprList(regex.getArgs()));
                case E_StrReplace replace ->
                        new BoundedRegex.Replace(new ExprList(replace.getArgs()));
                case E_StrConcat concat -> new SizeCheckedFunctions.Concat(concat);
                default -> same;
            };
        }
    }
}
