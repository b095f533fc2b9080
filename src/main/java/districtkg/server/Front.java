package districtkg.server;

import districtkg.web.Site;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * The first to see a request. It decides which edition answers it, from beginning to end, and hands
 * queries to Fuseki and the rest to the pages.
 */
final class Front extends HttpFilter {
    static final String SPARQL = "/sparql";

    @Serial private static final long serialVersionUID = 1;

    private final transient Current live;

    Front(Current live) {
        this.live = live;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain fuseki)
            throws IOException, ServletException {
        Live now = live.get();
        now.bind(request);
        Site.headers(response);
        if (request.getRequestURI().equals(SPARQL)) {
            fuseki.doFilter(request, response);
        } else {
            now.site().answer(request, response);
        }
    }
}
