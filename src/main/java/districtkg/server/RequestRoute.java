package districtkg.server;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.server.Request;

/** The kind of a request, as distinguished by metrics. */
enum RequestRoute {
    SPARQL,
    ENTITY,
    DATA,
    API,
    ASSET,
    HEALTH,
    PAGE;

    private static final Map<String, RequestRoute> FIRST =
            Map.ofEntries(
                    Map.entry("sparql", SPARQL),
                    Map.entry("id", ENTITY),
                    Map.entry("vocab", ENTITY),
                    Map.entry("ns", ENTITY),
                    Map.entry("graph", ENTITY),
                    Map.entry("resolve", ENTITY),
                    Map.entry("data", DATA),
                    Map.entry("download", DATA),
                    Map.entry(".well-known", DATA),
                    Map.entry("api", API),
                    Map.entry("mcp", API),
                    Map.entry("reconcile", API),
                    Map.entry("assets", ASSET),
                    Map.entry("webjars", ASSET),
                    Map.entry("healthz", HEALTH));

    /** The route of a request, by the first segment of its path. */
    static RequestRoute of(Request request) {
        String path = Objects.toString(request.getHttpURI().getPath(), "");
        int end = path.indexOf('/', 1);
        String first = path.substring(path.startsWith("/") ? 1 : 0, end < 0 ? path.length() : end);
        return FIRST.getOrDefault(first, PAGE);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
