package districtkg.sparql;

import districtkg.edition.Edition;
import districtkg.engine.QueryEngine;
import districtkg.limit.FairQueryQueue;
import districtkg.limit.Limits;
import districtkg.limit.QueryWatchdog;
import districtkg.limit.RunningQuery;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.snapshot.QueryCache;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/**
 * Evaluates queries that do not come by the SPARQL protocol, within the limits of the endpoint and
 * in the same queue. Thread-safe.
 */
public final class BoundedQuery {
    /** Bytes of an answer in triples: what an assistant can read at once. */
    private static final long LONGEST_GRAPH = 16L * 1024;

    private final Context settings;
    private final Limits limits;
    private final FairQueryQueue queue;
    private final QueryWatchdog watchdog;

    /**
     * Evaluates queries under the limits, queue and watchdog of the endpoint.
     *
     * @param settings the context of all queries; the caller does not change it
     */
    public BoundedQuery(
            Context settings, Limits limits, FairQueryQueue queue, QueryWatchdog watchdog) {
        this.settings = settings;
        this.limits = limits;
        this.queue = queue;
        this.watchdog = watchdog;
    }

    /**
     * The answer to a query: {@code columns}, {@code rows} and {@code more} of a SELECT, {@code
     * answer} of an ASK, {@code turtle} otherwise.
     *
     * @param edition the data
     * @param queries of the edition
     * @param client who asks, for the fair queue
     * @param most the greatest number of rows
     * @throws Refusal if the query is faulty or exceeds a limit
     */
    public Map<String, Object> run(
            String text, Edition edition, QueryCache queries, String client, int most) {
        if (text.length() > limits.queryLength()) {
            throw new Refusal(Reason.QUERY_TOO_LONG, "", Map.of("limit", limits.queryLength()));
        }
        Query query = queries.read(text).query();
        SparqlProtocol.check(query.getDatasetDescription(), edition.data());
        try (FairQueryQueue.Place place = queue.enter(client);
                RunningQuery watch = watchdog.watch(limits.time())) {
            watch.onStuck(place::close);
            return WatchedQuery.run(watch, () -> evaluate(query, edition.data(), watch, most));
        }
    }

    private Map<String, Object> evaluate(
            Query query, DatasetGraph data, RunningQuery watch, int most) {
        try (QueryExec execution =
                QueryExec.dataset(data).query(query).context(settings.copy()).build()) {
            QueryEngine.hold(execution.getContext(), limits.held());
            watch.onStop(execution::abort);
            Map<String, Object> answer = new LinkedHashMap<>();
            if (query.isSelectType()) {
                rows(execution.select(), most, answer);
            } else if (query.isAskType()) {
                answer.put("answer", execution.ask());
            } else {
                answer.put("turtle", triples(query, execution));
            }
            return answer;
        }
    }

    private static void rows(RowSet found, int most, Map<String, Object> answer) {
        List<Map<String, Object>> rows = new ArrayList<>();
        while (rows.size() < most && found.hasNext()) {
            Binding binding = found.next();
            Map<String, Object> row = new LinkedHashMap<>();
            binding.forEach((variable, node) -> row.put(variable.getVarName(), value(node)));
            rows.add(row);
        }
        answer.put("columns", found.getResultVars().stream().map(one -> one.getVarName()).toList());
        answer.put("rows", rows);
        answer.put("more", found.hasNext());
    }

    private static Object value(Node node) {
        if (!node.isLiteral()) {
            return node.toString();
        }
        String text = node.getLiteralLexicalForm();
        return text.length() < 40
                        && node.getLiteralDatatype() != null
                        && Number.class.isAssignableFrom(javaClass(node))
                        && text.matches("[-+]?[0-9]+(\\.[0-9]+)?")
                ? new BigDecimal(text)
                : text;
    }

    private static Class<?> javaClass(Node literal) {
        Class<?> known = literal.getLiteralDatatype().getJavaClass();
        return known == null ? Object.class : known;
    }

    private static String triples(Query query, QueryExec execution) {
        BoundedGraph made = new BoundedGraph(LONGEST_GRAPH);
        if (query.isConstructType()) {
            execution.constructDataset(made);
        } else {
            execution.describe().stream()
                    .forEach(
                            triple ->
                                    made.add(
                                            Quad.defaultGraphIRI,
                                            triple.getSubject(),
                                            triple.getPredicate(),
                                            triple.getObject()));
        }
        made.getDefaultGraph().getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        StringWriter turtle = new StringWriter();
        RDFDataMgr.write(turtle, made.getDefaultGraph(), Lang.TURTLE);
        return turtle.toString();
    }
}
