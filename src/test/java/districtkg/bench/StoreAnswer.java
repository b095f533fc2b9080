package districtkg.bench;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;

/**
 * The answer of a store to a SELECT query.
 *
 * @param columns the names of the variables
 * @param rows the terms of each row, in the order of the answer; an unbound one is empty
 */
record StoreAnswer(List<String> columns, List<List<String>> rows) {
    /** How an answer compares with that of another store. */
    enum Match {
        /** The same rows; in the same order, if the query orders them. */
        SAME,
        /** The same rows in another order, though the query orders them. */
        ORDER,
        /**
         * The same rows, where some numbers, truth values or language tags are written otherwise.
         */
        FORM,
        /** Rows that are the same only if a row that occurs several times counts once. */
        REPEATED,
        /** Other rows. */
        DIFFERENT
    }

    /** Reads an answer in the JSON of SPARQL. */
    static StoreAnswer ofJson(byte[] json, UnaryOperator<Node> form) {
        ResultSet read = ResultSetFactory.fromJSON(new ByteArrayInputStream(json));
        List<String> columns = List.copyOf(read.getResultVars());
        List<List<String>> rows = new ArrayList<>();
        while (read.hasNext()) {
            QuerySolution row = read.next();
            rows.add(
                    columns.stream()
                            .map(
                                    name ->
                                            row.contains(name)
                                                    ? form.apply(row.get(name).asNode()).toString()
                                                    : "")
                            .toList());
        }
        return new StoreAnswer(columns, rows);
    }

    /**
     * Compares two answers in the JSON of SPARQL.
     *
     * @param ordered whether the query orders its rows
     */
    static Match compare(byte[] one, byte[] other, boolean ordered) {
        StoreAnswer exact = ofJson(one, UnaryOperator.identity());
        StoreAnswer theirs = ofJson(other, UnaryOperator.identity());
        if (exact.equals(theirs)) {
            return Match.SAME;
        }
        if (exact.bag().equals(theirs.bag())) {
            return ordered ? Match.ORDER : Match.SAME;
        }
        StoreAnswer plain = ofJson(one, StoreAnswer::plain);
        StoreAnswer theirPlain = ofJson(other, StoreAnswer::plain);
        if (plain.bag().equals(theirPlain.bag())) {
            return Match.FORM;
        }
        return plain.columns().equals(theirPlain.columns())
                        && plain.bag().keySet().equals(theirPlain.bag().keySet())
                ? Match.REPEATED
                : Match.DIFFERENT;
    }

    /** How often each row occurs, regardless of the order. */
    private Map<List<String>, Long> bag() {
        Map<List<String>, Long> bag =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        rows.forEach(row -> bag.merge(row, 1L, Long::sum));
        return bag;
    }

    /** A literal in a form that depends on its value only. */
    private static Node plain(Node term) {
        if (!term.isLiteral()) {
            return term;
        }
        String text = term.getLiteralLexicalForm();
        if (!term.getLiteralLanguage().isEmpty()) {
            return NodeFactory.createLiteralLang(
                    text, term.getLiteralLanguage().toLowerCase(Locale.ROOT));
        }
        if (XSDDatatype.XSDboolean.equals(term.getLiteralDatatype())) {
            return NodeFactory.createLiteralDT(
                    text.replace("1", "true").replace("0", "false"), XSDDatatype.XSDboolean);
        }
        try {
            return term.getLiteral().getValue() instanceof Number
                    ? NodeFactory.createLiteralDT(
                            new BigDecimal(text).stripTrailingZeros().toPlainString(),
                            XSDDatatype.XSDdecimal)
                    : term;
        } catch (NumberFormatException notFinite) {
            return term;
        }
    }
}
