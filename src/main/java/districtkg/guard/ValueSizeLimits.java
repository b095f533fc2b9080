package districtkg.guard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Supplier;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeConstants.Field;
import javax.xml.datatype.Duration;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Limits for the size of computed values. A larger value is an error of the expression, like a
 * division by zero: the row has no value there, and the query continues.
 */
final class ValueSizeLimits {
    /** Characters of a string. A document in this domain has some thousands. */
    static final int TEXT = 256 * 1024;

    /** Characters of a number, a date, or a search pattern. */
    static final int LEXICAL = 1000;

    /** Bits of a number, about 1200 digits. */
    private static final int BITS = 4096;

    /** Character comparisons of a substring search in the worst case. */
    private static final long COMPARISONS = 100_000_000;

    private static final BigDecimal SPAN = BigDecimal.valueOf(1_000_000);
    private static final List<Field> FIELDS =
            List.of(
                    DatatypeConstants.YEARS,
                    DatatypeConstants.MONTHS,
                    DatatypeConstants.DAYS,
                    DatatypeConstants.HOURS,
                    DatatypeConstants.MINUTES,
                    DatatypeConstants.SECONDS);
    private static final int NESTED = 4;

    private ValueSizeLimits() {}

    /** Ends a query that was stopped. */
    static void pause() {
        if (Thread.currentThread().isInterrupted()) {
            throw new QueryCancelledException();
        }
    }

    /** Checks the arguments of an operation. */
    static void arguments(List<NodeValue> values) {
        pause();
        values.forEach(ValueSizeLimits::check);
        long comparisons = 1;
        for (NodeValue value : values) {
            comparisons *= value.isString() ? Math.max(1, value.getString().length()) : 1;
            if (comparisons > COMPARISONS) {
                throw new ExprEvalException("texts too long to be looked for in each other");
            }
        }
    }

    /** Checks the total length of strings to concatenate. */
    static void sum(List<NodeValue> texts) {
        pause();
        length(texts.stream().mapToLong(text -> text.asString().length()).sum(), TEXT);
    }

    /**
     * Evaluates an operation and checks its result. Any exception of Jena becomes an error of the
     * expression, as SPARQL defines, and does not end the query.
     */
    static NodeValue result(Supplier<NodeValue> operation) {
        try {
            NodeValue value = operation.get();
            check(value);
            return value;
        } catch (ExprException | QueryCancelledException known) {
            throw known;
        } catch (RuntimeException unforeseen) {
            throw new ExprEvalException(unforeseen.getMessage(), unforeseen);
        }
    }

    /** Checks the length of a string. */
    static void length(long length, int allowed) {
        if (length > allowed) {
            throw new ExprEvalException("longer than " + allowed + " characters");
        }
    }

    private static void integer(BigInteger number) {
        if (number.bitLength() > BITS) {
            throw new ExprEvalException("a number of more than " + BITS + " bits");
        }
    }

    /**
     * Checks a power of integers before it is computed; other powers have no more bits than a
     * double.
     */
    static void power(NodeValue base, NodeValue exponent) {
        if (base.isInteger() && exponent.isInteger()) {
            BigInteger number = base.getInteger().abs();
            BigInteger times = exponent.getInteger();
            if (times.bitLength() >= Integer.SIZE
                    || (number.compareTo(BigInteger.ONE) > 0
                            && (long) number.bitLength() * times.intValue() > BITS)) {
                throw new ExprEvalException("a power of more than " + BITS + " bits");
            }
        }
    }

    /** Checks the number of decimals of a rounding. */
    static void decimals(NodeValue places) {
        if (places.isInteger()
                && places.getInteger().abs().compareTo(BigInteger.valueOf(LEXICAL)) > 0) {
            throw new ExprEvalException("rounding to more than " + LEXICAL + " places");
        }
    }

    private static void check(NodeValue value) {
        if (value.isInteger()) {
            integer(value.getInteger());
        } else if (value.isDecimal()) {
            integer(value.getDecimal().unscaledValue());
            length(Math.abs((long) value.getDecimal().scale()), LEXICAL);
        } else if (value.isDuration()) {
            duration(value.getDuration());
        } else if (value.asNode().isLiteral()) {
            length(value.asNode().getLiteralLexicalForm().length(), TEXT);
        } else if (value.asNode().isTripleTerm()) {
            nested(value.asNode(), NESTED);
        }
    }

    /** Checks a duration: adding it to a date iterates over its months. */
    private static void duration(Duration span) {
        for (Field field : FIELDS) {
            Number amount = span.getField(field);
            if (amount != null && new BigDecimal(amount.toString()).compareTo(SPAN) > 0) {
                throw new ExprEvalException("a span of more than " + SPAN + " " + field);
            }
        }
    }

    private static void nested(Node term, int deepest) {
        if (deepest == 0) {
            throw new ExprEvalException("triple terms within triple terms");
        }
        if (term.isTripleTerm()) {
            nested(term.getTriple().getSubject(), deepest - 1);
            nested(term.getTriple().getObject(), deepest - 1);
        }
    }
}
