package districtkg.server;

import districtkg.http.EntityTag;
import districtkg.http.Paths;
import districtkg.limit.Limits;
import districtkg.problem.Refusal;
import districtkg.snapshot.CurrentSnapshot;
import districtkg.snapshot.Snapshot;
import districtkg.sparql.BufferedResponse;
import districtkg.sparql.ResponseCache;
import districtkg.sparql.SparqlEndpoint;
import districtkg.sparql.SparqlProtocol;
import districtkg.web.RefusalPage;
import jakarta.servlet.FilterChain;
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
import org.eclipse.jetty.io.QuietException;

/**
 * Takes every request: it decides which edition answers it, from beginning to end, and hands
 * queries to the endpoint and the rest to the pages.
 */
public final class RequestDispatcher extends HttpFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** What may be said besides: a form, and a language of pages. */
    private static final Pattern NO_QUERY = Pattern.compile("(?:(?:format|lang)=[a-z]*&?)*");

    @Serial private static final long serialVersionUID = 1;

    private final transient CurrentSnapshot live;
    private final transient Limits limits;
    private final transient ResponseCache answers;
    private final transient SparqlEndpoint endpoint;
    private transient volatile Optional<DocumentHandler> documents = Optional.empty();

    RequestDispatcher(
            CurrentSnapshot live, Limits limits, ResponseCache answers, SparqlEndpoint endpoint) {
        this.live = live;
        this.limits = limits;
        this.answers = answers;
        this.endpoint = endpoint;
    }

    /** Lets documents be written from the next request on. */
    void open(DocumentHandler writable) {
        documents = Optional.of(writable);
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain unused)
            throws IOException {
        Snapshot now = live.get().orElseThrow();
        now.bind(request);
        Optional<DocumentHandler> writing = documents;
        if (writing.isPresent() && DocumentHandler.concerns(request)) {
            write(writing.orElseThrow(), now, request, response);
        } else if (request.getRequestURI().equals(Paths.SPARQL) && !asksForDescription(request)) {
            query(now, request, response);
        } else {
            if (!READING.contains(request.getMethod())) {
                partFrom(response);
            }
            now.site().answer(request, response);
        }
    }

    /**
     * A body that nobody has read ends its connection; a client that is not told would send its
     * next request into it.
     */
    private static void partFrom(HttpServletResponse response) {
        response.setHeader("Connection", "close");
    }

    /** Whoever gets the endpoint without a query is told what it is. */
    private static boolean asksForDescription(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                && NO_QUERY.matcher(Objects.toString(request.getQueryString(), "")).matches();
    }

    private static void write(
            DocumentHandler documents,
            Snapshot now,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            documents.answer(request, response);
        } catch (Refusal refused) {
            partFrom(response);
            now.site().refuse(refused, request, response);
        }
    }

    private void query(Snapshot now, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", SparqlProtocol.METHODS);
            return;
        }
        BufferedResponse draft = new BufferedResponse(request, response, limits);
        Optional<ResponseCache.Key> key = Optional.empty();
        try {
            SortedMap<String, List<String>> parameters = SparqlProtocol.parameters(request);
            key = ResponseCache.key(now.edition().version(), request, parameters);
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
            now.site().refuse(refusal.get(), request, response);
            return;
        }
        if (draft.gone() || refusal.isPresent()) {
            refusal.ifPresent(why -> request.setAttribute(RefusalPage.REASON, why.reason()));
            throw new Hangup();
        }
    }

    /** Answers without a query where the client, or we, have kept the answer. */
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

    /** Closes the connection, so that nobody takes the part of an answer for the whole. */
    private static final class Hangup extends QuietException.RuntimeException {
        @Serial private static final long serialVersionUID = 1;
    }
}
