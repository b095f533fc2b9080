package districtkg.guard;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_DateTimeDay;
import org.apache.jena.sparql.expr.E_DateTimeHours;
import org.apache.jena.sparql.expr.E_DateTimeMinutes;
import org.apache.jena.sparql.expr.E_DateTimeMonth;
import org.apache.jena.sparql.expr.E_DateTimeSeconds;
import org.apache.jena.sparql.expr.E_DateTimeTZ;
import org.apache.jena.sparql.expr.E_DateTimeTimezone;
import org.apache.jena.sparql.expr.E_DateTimeYear;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_NumAbs;
import org.apache.jena.sparql.expr.E_NumCeiling;
import org.apache.jena.sparql.expr.E_NumFloor;
import org.apache.jena.sparql.expr.E_NumRound;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrLangDir;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.E_TripleFn;
import org.apache.jena.sparql.expr.E_UnaryMinus;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * Bounds the expressions of running queries: only allowed functions can be called, no property
 * function is evaluated, no value can grow without limit, and evaluation ends when the query is
 * stopped.
 */
public final class ExpressionGuard {
    private static final FunctionRegistry FUNCTIONS = AllowedFunctions.registry();

    /** The steps of the optimizer that replace a comparison by an assignment. */
    private static final List<Symbol> ASSIGNING =
            List.of(
                    ARQ.optFilterEquality,
                    ARQ.optFilterDisjunction,
                    ARQ.optFilterImplicitJoin,
                    ARQ.optImplicitLeftJoin);

    private ExpressionGuard() {}

    /** Guards all queries that run with a context. */
    public static void set(Context context) {
        RewriteFactory optimizer = optimizer(context);
        FunctionRegistry.set(context, FUNCTIONS);
        context.set(ARQ.propertyFunctions, false);
        context.set(ARQ.httpServiceAllowed, false);
        context.set(
                ARQConstants.sysOptimizerFactory,
                (RewriteFactory)
                        running ->
                                op -> optimizer.create(settings(op, running)).rewrite(guarded(op)));
    }

    /**
     * Works around a bug of Jena 6.0.0: it fails if it has replaced a comparison in EXISTS by an
     * assignment, and the variable has a value from outside. Such queries are optimized without the
     * steps that do so.
     */
    private static Context settings(Op op, Context running) {
        if (!hasExists(op)) {
            return running;
        }
        Context own = running.copy();
        ASSIGNING.forEach(step -> own.set(step, false));
        return own;
    }

    private static boolean hasExists(Op op) {
        AtomicBoolean found = new AtomicBoolean();
        Walker.walk(
                op,
                new OpVisitorBase(),
                new ExprVisitorBase() {
                    @Override
                    public void visit(ExprFunctionOp exists) {
                        found.set(true);
                    }
                });
        return found.get();
    }

    private static RewriteFactory optimizer(Context context) {
        RewriteFactory set = context.get(ARQConstants.sysOptimizerFactory);
        return set == null ? Optimize.getFactory() : set;
    }

    /** Guards the algebra before optimization, because the optimizer evaluates constants. */
    static Op guarded(Op op) {
        return BaseDirections.guarded(
                Transformer.transform(new TransformCopy(), new Guarding(), op));
    }

    private static final class Guarding extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction1 function, Expr arg) {
            Expr same = super.transform(function, arg);
            return switch (same) {
                case E_StrUpperCase mapping -> new SizeCheckedFunctions.CaseMapping(mapping);
                case E_StrEncodeForURI growing -> new SizeCheckedFunctions.Of1(growing);
                case E_DateTimeYear part -> new SizeCheckedFunctions.Of1(part);
                case E_DateTimeMonth part -> new SizeCheckedFunctions.Of1(part);
                case E_DateTimeDay part -> new SizeCheckedFunctions.Of1(part);
                case E_DateTimeHours part -> new SizeCheckedFunctions.Of1(part);
                case E_DateTimeMinutes part -> new SizeCheckedFunctions.Of1(part);
                case E_DateTimeSeconds part -> new SizeCheckedFunctions.Of1(part);
                case E_DateTimeTimezone part -> new SizeCheckedFunctions.Of1(part);
                case E_DateTimeTZ part -> new SizeCheckedFunctions.Of1(part);
                case E_UnaryMinus number -> new SizeCheckedFunctions.Of1(number);
                case E_NumAbs number -> new SizeCheckedFunctions.Of1(number);
                case E_NumCeiling number -> new SizeCheckedFunctions.Of1(number);
                case E_NumFloor number -> new SizeCheckedFunctions.Of1(number);
                case E_NumRound number -> new SizeCheckedFunctions.Of1(number);
                default -> same;
            };
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
                case E_StrLang tagged -> new SizeCheckedFunctions.Of2(tagged);
                default -> same;
            };
        }

        @Override
        public Expr transform(ExprFunction3 function, Expr first, Expr second, Expr third) {
            Expr same = super.transform(function, first, second, third);
            return switch (same) {
                case E_TripleFn nesting -> new SizeCheckedFunctions.Of3(nesting);
                case E_StrLangDir tagged -> new SizeCheckedFunctions.Of3(tagged);
                default -> same;
            };
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
