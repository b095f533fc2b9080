package districtkg.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.Serial;
import org.apache.jena.fuseki.Fuseki;

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
        Live now = live.get().orElseThrow();
        now.bind(request);
        if (request.getRequestURI().equals(SPARQL)) {
            fuseki.doFilter(request, new Unnumbered(response));
        } else {
            now.site().answer(request, response);
        }
    }

    /** Without the number that Fuseki gives a request: requests have names of ours. */
    private static final class Unnumbered extends HttpServletResponseWrapper {
        Unnumbered(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            if (!name.equals(Fuseki.FusekiRequestIdHeader)) {
                super.setHeader(name, value);
            }
        }
    }
}
