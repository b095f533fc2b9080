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
 * How large the values of an expression may grow. A larger one is an error of the expression, as a
 * division by zero is: its row has no value there, and the query goes on.
 */
final class ValueSizeLimits {
    /** Characters of a text. A document of our kind has some thousands. */
    static final int TEXT = 256 * 1024;

    /** Characters of a number, a date, or a pattern that is looked for. */
    static final int LEXICAL = 1000;

    /** About 1200 digits. */
    private static final int BITS = 4096;

    /** Places where one text is compared with another, if each is tried. */
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

    /** Ends the query that was stopped. */
    static void pause() {
        if (Thread.currentThread().isInterrupted()) {
            throw new QueryCancelledException();
        }
    }

    /** The values that an operation is about to work on. */
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

    /** Texts that are about to be put together. */
    static void sum(List<NodeValue> texts) {
        pause();
        length(texts.stream().mapToLong(text -> text.asString().length()).sum(), TEXT);
    }

    /**
     * The value that an operation makes. Whatever Jena throws instead of a value is an error of the
     * expression, as SPARQL has it, and not of the query.
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

    /** A text, by its length. */
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
     * A power of whole numbers, before it is computed; other powers have no more bits than a
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

    /** To how many decimals a number is to be rounded. */
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

    /** Calendars step through each month of a span that is added to a date. */
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
