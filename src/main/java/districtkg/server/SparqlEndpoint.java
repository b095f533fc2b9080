package districtkg.server;

import districtkg.engine.Engine;
import districtkg.engine.Overfull;
import districtkg.limit.Limits;
import districtkg.limit.Patrol;
import districtkg.limit.Turnstile;
import districtkg.limit.Watch;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.query.CheckedQueries;
import districtkg.query.JsonRows;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.atlas.lib.Pair;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQLProtocol;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.system.ActionCategory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.util.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fuseki's SPARQL Protocol, with our reading of queries, our limits, and our telling of what is
 * wrong. The answer is a {@link Draft}, which is sent or replaced by a refusal when the query has
 * ended. Fuseki's own way here, by the names of its data sets and operations, is not taken: there
 * is one of each, and a log and counters of ours.
 */
final class SparqlEndpoint extends SPARQL_QueryDataset {
    private static final Logger LOG = LoggerFactory.getLogger(SparqlEndpoint.class);
    private static final String RETRY_AFTER = "Retry-After";
    private static final String A_MINUTE = "60";

    static {
        JsonRows.use();
    }

    private final Context settings;
    private final Limits limits;
    private final Turnstile turnstile;
    private final Patrol patrol;

    /**
     * @param settings of all queries; not to be changed
     */
    SparqlEndpoint(Context settings, Limits limits, Turnstile turnstile, Patrol patrol) {
        this.settings = settings;
        this.limits = limits;
        this.turnstile = turnstile;
        this.patrol = patrol;
    }

    /** Answers a request, or says in the draft why there is no answer. */
    void answer(HttpServletRequest request, Draft draft) {
        Context own = settings.copy();
        HttpAction action =
                new HttpAction(0, LOG, ActionCategory.ACTION, request, draft) {
                    @Override
                    public Context getContext() {
                        return own;
                    }
                };
        try {
            process(action);
        } catch (ActionErrorException told) {
            draft.refuse(Refusal.of(Errors.reason(told.getRC())));
        }
    }

    @Override
    protected void executeBody(HttpAction action) {
        try {
            byte[] body = action.getRequestInputStream().readAllBytes();
            execute(new String(body, StandardCharsets.UTF_8), action);
        } catch (IOException unread) {
            Draft.of(action.getRequest()).refuse(Protocol.unread(unread));
        }
    }

    @Override
    protected void execute(String text, HttpAction action) {
        HttpServletRequest request = action.getRequest();
        Draft draft = Draft.of(request);
        request.setAttribute(AccessLog.QUERY, text);
        Live live = Live.of(request);
        try {
            if (text.length() > limits.queryLength()) {
                throw new Refusal(Reason.QUERY_TOO_LONG, "", Map.of("limit", limits.queryLength()));
            }
            CheckedQueries.Checked checked = live.queries().read(text);
            if (!checked.lasting()) {
                draft.passes();
            }
            Query query = checked.query();
            Protocol.check(
                    SPARQLProtocol.getDatasetDescription(action, query), live.edition().data());
            Turnstile.Place place = turnstile.enter(request.getRemoteAddr());
            try {
                watched(query, text, action);
            } finally {
                place.close();
            }
        } catch (Refusal refused) {
            draft.refuse(refused);
        } catch (QueryCancelledException ended) {
            draft.refuse(Refusal.of(Reason.TOO_SLOW));
        } catch (ActionErrorException told) {
            throw told;
        } catch (RuntimeException ours) {
            if (!draft.gone() && draft.refusal().isEmpty()) {
                LOG.error("a query failed", ours);
                draft.refuse(Refusal.of(Reason.FAULT));
            }
        }
    }

    private void watched(Query query, String text, HttpAction action) {
        Watch watch = patrol.watch(Protocol.time(action.getRequest(), limits.time()));
        try (watch) {
            answer(query, text, action, watch);
        } catch (StackOverflowError deep) {
            throw Refusal.of(Reason.QUERY_TOO_COMPLEX);
        } catch (OutOfMemoryError | Overfull full) {
            throw Refusal.of(Reason.TOO_MUCH_MEMORY).with(RETRY_AFTER, A_MINUTE);
        } catch (QueryBuildException wrong) {
            throw Refusal.of(Reason.BAD_QUERY, "a function has too few arguments, or too many");
        } catch (RuntimeException broken) {
            if (watch.stopped().isEmpty()) {
                throw broken;
            }
        }
        if (watch.stopped().isPresent()) {
            throw Refusal.of(watch.stopped().get()).with(RETRY_AFTER, A_MINUTE);
        }
    }

    private void answer(Query query, String text, HttpAction action, Watch watch) {
        Pair<DatasetGraph, Query> chosen = decideDataset(action, query, text);
        try (QueryExec execution = createQueryExec(action, chosen.getRight(), chosen.getLeft())) {
            Engine.hold(execution.getContext(), limits.held());
            watch.onStop(execution::abort);
            sendResults(action, executeQuery(action, execution, query, text), query.getPrologue());
        }
    }

    /** The triples of a template are held in memory until they are written. */
    @Override
    protected QueryExecResult executeQuery(
            HttpAction action, QueryExec execution, Query query, String text) {
        return query.isConstructType()
                ? new QueryExecResult(execution.constructDataset(new Bounded(limits.answer())))
                : super.executeQuery(action, execution, query, text);
    }

    /** Fuseki knows no editions. */
    @Override
    protected DatasetGraph getDataset(HttpAction action) {
        return Live.of(action.getRequest()).edition().data();
    }
}
