package districtkg.bench;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.engine.binding.Binding;

/** What an engine answered, row by row, so that answers of several can be compared. */
record Results(List<String> rows) {
    /**
     * Reads an answer. Where the query gives no order, rows are sorted; how often each comes
     * counts.
     */
    static Results of(QueryType type, Wire.Reply reply) {
        if (reply.status() != 200) {
            throw new IllegalStateException(
                    type.title() + " was answered by " + reply.head() + reply.text());
        }
        List<String> rows =
                type.constructs() ? reply.text().lines().distinct().toList() : rows(reply.body());
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
                                    text.append(
                                                    row.contains(name)
                                                            ? NodeFmtLib.strNT(row.get(name))
                                                            : "")
                                            .append('\t'));
            rows.add(text.toString());
        }
        return rows;
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
