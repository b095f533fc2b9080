package districtkg.bench;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.engine.binding.Binding;

/** What an engine answered, row by row, so that answers of several can be compared. */
record Results(List<String> rows) {
    /**
     * Reads an answer. Where the query gives no order, rows are sorted; how often each comes
     * counts.
     */
    static Results of(QueryType type, RawHttpClient.Reply reply) {
        if (reply.status() != 200) {
            throw new IllegalStateException(
                    type.title() + " was answered by " + reply.head() + reply.text());
        }
        List<String> rows = type.constructs() ? triples(reply.body()) : rows(reply.body());
        return new Results(type.ordered() ? rows : rows.stream().sorted().toList());
    }

    private static List<String> rows(byte[] json) {
        ResultSet answer = ResultSetFactory.fromJSON(new ByteArrayInputStream(json));
        List<String> rows = new ArrayList<>();
        while (answer.hasNext()) {
            Binding row = answer.nextBinding();
            StringBuilder text = new StringBuilder();
            answer.getResultVars()
                    .forEach(
                            name ->
                                    text.append(row.contains(name) ? text(row.get(name)) : "")
                                            .append('\t'));
            rows.add(text.toString());
        }
        return rows;
    }

    private static List<String> triples(byte[] lines) {
        List<String> triples = new ArrayList<>();
        RDFParser.source(new ByteArrayInputStream(lines)).lang(Lang.NTRIPLES).toGraph().stream()
                .map(
                        triple ->
                                text(triple.getSubject())
                                        + '\t'
                                        + text(triple.getPredicate())
                                        + '\t'
                                        + text(triple.getObject()))
                .forEach(triples::add);
        return triples;
    }

    /** Numbers of the same value and type are the same: some engines keep no zeros at the end. */
    private static String text(Node node) {
        return node.isLiteral()
                        && node.getLiteralDatatype().equals(XSDDatatype.XSDdecimal)
                        && node.getLiteralValue() instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : NodeFmtLib.strNT(node);
    }

    /** Where they first differ, for people; empty where they do not. */
    String difference(Results other) {
        if (rows.equals(other.rows)) {
            return "";
        }
        for (int at = 0; at < Math.min(rows.size(), other.rows.size()); at++) {
            if (!rows.get(at).equals(other.rows.get(at))) {
                return "row " + at + ": " + rows.get(at) + "\n  against " + other.rows.get(at);
            }
        }
        return rows.size() + " rows against " + other.rows.size();
    }

    int size() {
        return rows.size();
    }
}
