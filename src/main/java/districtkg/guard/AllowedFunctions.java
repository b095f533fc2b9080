package districtkg.guard;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The allowlist of functions that a query may call by IRI. Any other IRI could name a Java class, a
 * script, a function that sleeps, or a function that calls one of these.
 */
public final class AllowedFunctions {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String FN = "http://www.w3.org/2005/xpath-functions#";
    private static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";
    private static final NodeValue TEN = NodeValue.makeInteger(10);

    private static final String CASTS =
            """
            anyURI boolean byte date dateTime dayTimeDuration decimal double duration float gDay
            gMonth gMonthDay gYear gYearMonth int integer long negativeInteger nonNegativeInteger
            nonPositiveInteger positiveInteger short string time unsignedInt unsignedLong
            unsignedShort yearMonthDuration
            """;

    private static final String PLAIN =
            """
            abs boolean ceiling concat contains dateTime encode-for-uri ends-with floor lower-case
            matches normalize-space not numeric-integer-divide numeric-mod replace round
            round-half-to-even starts-with string-length substring substring-after substring-before
            upper-case
            year-from-date month-from-date day-from-date timezone-from-date
            years-from-date months-from-date days-from-date
            hours-from-time minutes-from-time seconds-from-time timezone-from-time
            year-from-dateTime month-from-dateTime day-from-dateTime timezone-from-dateTime
            years-from-dateTime months-from-dateTime days-from-dateTime
            hours-from-dateTime minutes-from-dateTime seconds-from-dateTime
            years-from-duration months-from-duration days-from-duration
            hours-from-duration minutes-from-duration seconds-from-duration
            """;

    private static final String MATHS =
            "pi exp exp10 log log10 pow sqrt sin cos tan asin acos atan atan2";

    private static final Set<String> ALLOWED =
            Stream.of(names(XSD, CASTS), names(FN, PLAIN), names(MATH, MATHS))
                    .flatMap(names -> names)
                    .collect(Collectors.toUnmodifiableSet());

    private AllowedFunctions() {}

    /** Whether a query may call a function. */
    public static boolean allowed(String iri) {
        return ALLOWED.contains(iri);
    }

    /** The IRIs of all functions that a query may call. */
    static Set<String> all() {
        return ALLOWED;
    }

    /** The function registry for Jena: the allowed functions, without loading classes by name. */
    static FunctionRegistry registry() {
        FunctionRegistry everything = FunctionRegistry.get();
        FunctionRegistry registry = new Closed();
        for (String iri : ALLOWED) {
            FunctionFactory factory = everything.getFunctionFactory(iri);
            if (factory == null) {
                throw new IllegalStateException("no function " + iri);
            }
            registry.put(iri, guarded(iri, factory));
        }
        return registry;
    }

    private static Stream<String> names(String namespace, String names) {
        return Stream.of(names.strip().split("\\s+")).map(namespace::concat);
    }

    private static FunctionFactory guarded(String iri, FunctionFactory factory) {
        return switch (iri) {
            case FN + "matches" -> any -> new Own(args -> BoundedRegex.matches(args, null), 2, 3);
            case FN + "replace" -> any -> new Own(args -> BoundedRegex.replaced(args, null), 3, 4);
            default -> any -> new Jena(iri, (FunctionBase) factory.create(any));
        };
    }

    /** A registry that never loads a class by name. */
    private static final class Closed extends FunctionRegistry {
        @Override
        public @Nullable FunctionFactory getFunctionFactory(String iri) {
            return isRegistered(iri) ? super.getFunctionFactory(iri) : null;
        }
    }

    /** A function implemented here. */
    private static final class Own extends FunctionBase {
        private final Function<List<NodeValue>, NodeValue> inner;
        private final int fewest;
        private final int most;

        Own(Function<List<NodeValue>, NodeValue> inner, int fewest, int most) {
            this.inner = inner;
            this.fewest = fewest;
            this.most = most;
        }

        @Override
        public NodeValue exec(List<NodeValue> args) {
            return ValueSizeLimits.result(() -> inner.apply(args));
        }

        @Override
        public void checkBuild(String iri, ExprList args) {
            if (args.size() < fewest || args.size() > most) {
                throw new ExprEvalException("a wrong number of arguments");
            }
        }
    }

    /** A function of Jena with checks of the sizes of arguments and result. */
    private static final class Jena extends FunctionBase {
        private final String iri;
        private final FunctionBase inner;

        Jena(String iri, FunctionBase inner) {
            this.iri = iri;
            this.inner = inner;
        }

        @Override
        public NodeValue exec(List<NodeValue> args) {
            ValueSizeLimits.arguments(args);
            switch (iri) {
                case FN + "concat" -> ValueSizeLimits.sum(args);
                case FN + "round", FN + "round-half-to-even" ->
                        args.stream().skip(1).forEach(ValueSizeLimits::decimals);
                case MATH + "pow" -> ValueSizeLimits.power(args.get(0), args.get(1));
                case MATH + "exp10" -> ValueSizeLimits.power(TEN, args.get(0));
                case XSD + "string", XSD + "anyURI" -> {}
                default -> {
                    if (iri.startsWith(XSD)) {
                        ValueSizeLimits.length(
                                args.getFirst().asString().length(), ValueSizeLimits.LEXICAL);
                    }
                }
            }
            return ValueSizeLimits.result(() -> inner.exec(args));
        }

        @Override
        public void checkBuild(String any, ExprList args) {
            inner.checkBuild(any, args);
        }
    }
}
