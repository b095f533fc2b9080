package districtkg.server;

import districtkg.http.EntityTag;
import districtkg.http.Paths;
import districtkg.limit.Limits;
import districtkg.mcp.McpEndpoint;
import districtkg.problem.Refusal;
import districtkg.response.RefusalPage;
import districtkg.snapshot.CurrentSnapshot;
import districtkg.snapshot.Snapshot;
import districtkg.sparql.BufferedResponse;
import districtkg.sparql.ResponseCache;
import districtkg.sparql.SparqlEndpoint;
import districtkg.sparql.SparqlProtocol;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.io.QuietException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dispatches every request: selects the snapshot that answers it from beginning to end, and passes
 * queries to the SPARQL endpoint and everything else to the pages.
 */
public final class RequestDispatcher extends HttpFilter {
    private static final Logger LOG = LoggerFactory.getLogger(RequestDispatcher.class);

    /** The header with the version of the edition from which a request is answered. */
    static final String EDITION = "DistrictKG-Edition";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Parameters that do not make a request a query: a format, and the language of pages. */
    private static final Pattern NO_QUERY = Pattern.compile("(?:(?:format|lang)=[a-z]*&?)*");

    @Serial private static final long serialVersionUID = 1;

    private final transient CurrentSnapshot current;
    private final transient Limits limits;
    private final transient ResponseCache answers;
    private final transient SparqlEndpoint endpoint;
    private final transient McpEndpoint assistants;
    private transient volatile Optional<DocumentHandler> documents = Optional.empty();

    RequestDispatcher(
            CurrentSnapshot current,
            Limits limits,
            ResponseCache answers,
            SparqlEndpoint endpoint,
            McpEndpoint assistants) {
        this.current = current;
        this.limits = limits;
        this.answers = answers;
        this.endpoint = endpoint;
        this.assistants = assistants;
    }

    /** Enables writing of documents from the next request on. */
    void open(DocumentHandler writable) {
        documents = Optional.of(writable);
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain unused)
            throws IOException, ServletException {
        Snapshot snapshot = current.get().orElseThrow();
        snapshot.bind(request);
        response.setHeader(EDITION, snapshot.edition().version());
        Optional<DocumentHandler> writing = documents;
        if (writing.isPresent() && DocumentHandler.concerns(request)) {
            write(writing.orElseThrow(), snapshot, request, response);
        } else if (request.getRequestURI().equals(Paths.SPARQL) && !asksForDescription(request)) {
            query(snapshot, request, response);
        } else if (request.getRequestURI().equals(McpEndpoint.PATH)) {
            assistants.answer(request, response);
        } else {
            if (!READING.contains(request.getMethod())
                    && !request.getRequestURI().equals(Paths.RECONCILE)) {
                partFrom(response);
            }
            snapshot.site().answer(request, response);
        }
    }

    /**
     * Closes the connection after a body that nobody has read; otherwise the client would send its
     * next request into it.
     */
    private static void partFrom(HttpServletResponse response) {
        response.setHeader("Connection", "close");
    }

    /** Whether the endpoint is asked without a query, and so answers with its description. */
    private static boolean asksForDescription(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                && NO_QUERY.matcher(Objects.toString(request.getQueryString(), "")).matches();
    }

    private static void write(
            DocumentHandler documents,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            documents.answer(request, response, snapshot.site().context());
        } catch (Refusal refused) {
            partFrom(response);
            snapshot.site().refuse(refused, request, response);
        }
    }

    private void query(Snapshot snapshot, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", SparqlProtocol.METHODS);
            return;
        }
        BufferedResponse draft =
                new BufferedResponse(
                        request, response, limits, new StuckQuery(snapshot, request, response));
        Optional<ResponseCache.Key> key = Optional.empty();
        try {
            SortedMap<String, List<String>> parameters = SparqlProtocol.parameters(request);
            key = ResponseCache.key(snapshot.edition().version(), request, parameters);
            if (key.isPresent() && known(key.get(), request, response)) {
                return;
            }
            key.ifPresent(draft::name);
            endpoint.answer(SparqlProtocol.query(request, parameters), request, draft);
        } catch (Refusal refused) {
            draft.refuse(refused);
        }
        Optional<Refusal> refusal = draft.refusal();
        if (refusal.isEmpty()) {
            key.ifPresent(one -> keep(one, draft));
            draft.send();
        } else if (!draft.begun()) {
            snapshot.site().refuse(refusal.get(), request, response);
            return;
        }
        if (draft.gone() || refusal.isPresent()) {
            refusal.ifPresent(why -> request.setAttribute(RefusalPage.REASON, why.reason()));
            throw new Hangup();
        }
    }

    /**
     * Answers without evaluation if the client or the response cache has the answer. Returns
     * whether it did.
     */
    private boolean known(
            ResponseCache.Key key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (EntityTag.held(request, key.tag())) {
            key.name(response);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        Optional<ResponseCache.Kept> kept = answers.find(key);
        if (kept.isPresent()) {
            key.name(response);
            kept.get().send(response);
        }
        return kept.isPresent();
    }

    private void keep(ResponseCache.Key key, BufferedResponse draft) {
        draft.complete().ifPresent(answer -> answers.keep(key, answer));
    }

    /** The end of a response whose query does not end and whose thread cannot send it. */
    private record StuckQuery(
            Snapshot snapshot, HttpServletRequest request, HttpServletResponse response)
            implements BufferedResponse.Ending {
        @Override
        public void refuse(Refusal why) {
            partFrom(response);
            snapshot.site().refuse(why, request, response);
            try {
                response.flushBuffer();
            } catch (IOException left) {
                LOG.debug("a client has left", left);
            }
        }

        @Override
        public void cut() {
            ServletContextRequest.getServletContextRequest(request)
                    .getConnectionMetaData()
                    .getConnection()
                    .close();
        }
    }

    /** Closes the connection, so that no client takes a partial answer for a complete one. */
    private static final class Hangup extends QuietException.RuntimeException {
        @Serial private static final long serialVersionUID = 1;
    }
}
