package districtkg.sparql;

import districtkg.engine.QueryEngine;
import districtkg.jetty.AccessLog;
import districtkg.jetty.ErrorResponses;
import districtkg.limit.FairQueryQueue;
import districtkg.limit.Limits;
import districtkg.limit.QueryWatchdog;
import districtkg.limit.RunningQuery;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.query.advice.Advice;
import districtkg.query.advice.QueryAdvice;
import districtkg.query.result.JsonResultWriter;
import districtkg.query.result.XmlResultWriter;
import districtkg.snapshot.QueryCache;
import districtkg.snapshot.Snapshot;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.system.ActionCategory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.WebContent;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.apache.jena.sparql.util.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates queries through Fuseki, with the checks, limits and error responses of DistrictKG. The
 * answer is a {@link BufferedResponse}, which is sent or replaced by a refusal when the query has
 * ended. Fuseki's dispatch by names of data sets and operations is bypassed: there is one of each.
 */
public final class SparqlEndpoint extends SPARQL_QueryDataset {
    private static final Logger LOG = LoggerFactory.getLogger(SparqlEndpoint.class);

    private static final String JSON_TYPE = WebContent.contentTypeResultsJSON + "; charset=utf-8";
    private static final ResultsWriter JSON;

    static {
        JsonResultWriter.use();
        XmlResultWriter.use();
        JSON = ResultsWriter.create().lang(ResultSetLang.RS_JSON).build();
    }

    private final Context settings;
    private final Limits limits;
    private final FairQueryQueue queue;
    private final QueryWatchdog watchdog;

    /**
     * An endpoint that gets a turn for each query from the queue, and has the watchdog stop it.
     *
     * @param settings the context of all queries; the caller does not change it
     */
    public SparqlEndpoint(
            Context settings, Limits limits, FairQueryQueue queue, QueryWatchdog watchdog) {
        this.settings = settings;
        this.limits = limits;
        this.queue = queue;
        this.watchdog = watchdog;
    }

    /** Answers a query, or sets a refusal in the response. */
    public void answer(String query, HttpServletRequest request, BufferedResponse draft) {
        Context own = settings.copy();
        execute(
                query,
                new HttpAction(
                        0, LOG, ActionCategory.ACTION, OutputFormat.request(request), draft) {
                    @Override
                    public Context getContext() {
                        return own;
                    }
                });
    }

    @Override
    protected void execute(String text, HttpAction action) {
        HttpServletRequest request = action.getRequest();
        BufferedResponse draft = BufferedResponse.of(request);
        request.setAttribute(AccessLog.QUERY, text);
        Snapshot snapshot = Snapshot.of(request);
        try {
            if (text.length() > limits.queryLength()) {
                throw new Refusal(Reason.QUERY_TOO_LONG, "", Map.of("limit", limits.queryLength()));
            }
            QueryCache.Checked checked = snapshot.queries().read(text);
            if (!checked.lasting()) {
                draft.passes();
            }
            if (SparqlProtocol.strict(request)) {
                QueryAdvice.refuse(checked.advice());
            }
            draft.advise(Advice.header(checked.advice()));
            Query query = checked.query();
            OutputFormat.choose(request, query);
            SparqlProtocol.check(
                    SPARQLProtocol.getDatasetDescription(action, query), snapshot.edition().data());
            FairQueryQueue.Place place = queue.enter(request.getRemoteAddr());
            try {
                watched(query, text, action, place);
            } finally {
                place.close();
            }
        } catch (Refusal refused) {
            draft.refuse(refused);
        } catch (QueryCancelledException ended) {
            draft.refuse(Refusal.of(Reason.TOO_SLOW));
        } catch (ActionErrorException told) {
            draft.refuse(Refusal.of(ErrorResponses.reason(told.getRC())));
        } catch (RuntimeException ours) {
            if (!draft.gone() && draft.refusal().isEmpty()) {
                LOG.error("a query failed", ours);
                draft.refuse(Refusal.of(Reason.FAULT));
            }
        }
    }

    private void watched(Query query, String text, HttpAction action, FairQueryQueue.Place place) {
        RunningQuery watch =
                watchdog.watch(SparqlProtocol.time(action.getRequest(), limits.time()));
        watch.onStuck(
                () -> {
                    place.close();
                    giveUp(watch, action.getRequest());
                });
        try (watch) {
            WatchedQuery.run(
                    watch,
                    () -> {
                        answer(query, text, action, watch);
                        return query;
                    });
        }
    }

    /** Answers a client whose query does not end. A slow client does not delay the caller. */
    private static void giveUp(RunningQuery watch, HttpServletRequest request) {
        BufferedResponse draft = BufferedResponse.of(request);
        Thread.startVirtualThread(() -> draft.abandon(WatchedQuery.stopped(watch)));
    }

    private void answer(Query query, String text, HttpAction action, RunningQuery watch) {
        Pair<DatasetGraph, Query> chosen = decideDataset(action, query, text);
        try (QueryExec execution = createQueryExec(action, chosen.getRight(), chosen.getLeft())) {
            QueryEngine.hold(execution.getContext(), limits.held());
            watch.onStop(execution::abort);
            sendResults(action, executeQuery(action, execution, query, text), query.getPrologue());
        }
    }

    /** Bounds the triples of a CONSTRUCT, which are in memory until they are written. */
    @Override
    protected QueryExecResult executeQuery(
            HttpAction action, QueryExec execution, Query query, String text) {
        return query.isConstructType()
                ? new QueryExecResult(execution.constructDataset(new BoundedGraph(limits.answer())))
                : super.executeQuery(action, execution, query, text);
    }

    /**
     * Writes JSON directly if it is the client's first choice. This is true of most programs, and
     * Fuseki's content negotiation takes half as long as writing twenty rows.
     */
    @Override
    protected void sendResults(HttpAction action, QueryExecResult result, Prologue prologue) {
        boolean table = result.isRowSet() || result.isBoolean();
        if (result.isDataset() && result.dataset() instanceof BoundedGraph made) {
            OutputFormat.chooseFor(action.getRequest(), made.needsRdf12());
        }
        if (!table || !SparqlProtocol.wantsJson(action.getRequest())) {
            super.sendResults(action, result, prologue);
            return;
        }
        BufferedResponse draft = BufferedResponse.of(action.getRequest());
        draft.setContentType(JSON_TYPE);
        if (result.isRowSet()) {
            JSON.write(draft.getOutputStream(), result.rowSet());
        } else {
            JSON.write(draft.getOutputStream(), result.booleanResult());
        }
    }

    /** The data of the snapshot that answers the request; Fuseki knows one data set only. */
    @Override
    protected DatasetGraph getDataset(HttpAction action) {
        return Snapshot.of(action.getRequest()).edition().data();
    }
}
