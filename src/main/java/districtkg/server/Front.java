package districtkg.server;

import districtkg.limit.Limits;
import districtkg.problem.Refusal;
import districtkg.web.RefusalPage;
import districtkg.web.Site;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.QuietException;

/**
 * The first to see a request. It decides which edition answers it, from beginning to end, and hands
 * queries to Fuseki and the rest to the pages.
 */
final class Front extends HttpFilter {
    static final String SPARQL = "/sparql";

    /** What may be said besides: a form, and a language of pages. */
    private static final Pattern NO_QUERY = Pattern.compile("(?:(?:format|lang)=[a-z]*&?)*");

    @Serial private static final long serialVersionUID = 1;

    private final transient Current live;
    private final transient Limits limits;

    Front(Current live, Limits limits) {
        this.live = live;
        this.limits = limits;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain fuseki)
            throws IOException, ServletException {
        Live now = live.get().orElseThrow();
        now.bind(request);
        if (request.getRequestURI().equals(SPARQL) && !asksForDescription(request)) {
            query(now.site(), request, response, fuseki);
        } else {
            now.site().answer(request, response);
        }
    }

    /** Whoever gets the endpoint without a query is told what it is. */
    private static boolean asksForDescription(HttpServletRequest request) {
        return Set.of("GET", "HEAD").contains(request.getMethod())
                && NO_QUERY.matcher(Objects.toString(request.getQueryString(), "")).matches();
    }

    private void query(
            Site site, HttpServletRequest request, HttpServletResponse response, FilterChain fuseki)
            throws IOException, ServletException {
        Draft draft = new Draft(request, response, limits);
        try {
            Protocol.check(request);
            fuseki.doFilter(request, draft);
        } catch (Refusal refused) {
            draft.refuse(refused);
        }
        Optional<Refusal> refusal = draft.refusal();
        if (draft.gone() || (refusal.isPresent() && draft.begun())) {
            refusal.ifPresent(why -> request.setAttribute(RefusalPage.REASON, why.reason()));
            throw new Hangup();
        }
        if (refusal.isPresent()) {
            site.refuse(refusal.get(), request, response);
        } else {
            draft.send();
        }
    }

    /** Closes the connection, so that nobody takes the part of an answer for the whole. */
    private static final class Hangup extends QuietException.RuntimeException {
        @Serial private static final long serialVersionUID = 1;
    }
}
