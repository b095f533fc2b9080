package districtkg.jetty;

import districtkg.http.Paths;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Allows scripts of all sites to read public content, without credentials (CORS). Jetty's own
 * handler repeats the origin in the answer, so that caches store one copy per origin.
 */
public final class CorsHandler extends Handler.Wrapper {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String DAY = "86400";
    private static final HttpField ALL_SITES =
            ResponseHeaders.field("Access-Control-Allow-Origin", "*");
    private static final HttpField ALL_HEADERS =
            ResponseHeaders.field(
                    "Access-Control-Expose-Headers",
                    "Allow, Content-Disposition, Content-Location, DistrictKG-Edition, ETag, Link, Location, Query-Advice, Repr-Digest, Retry-After, "
                            + ResponseHeaders.REQUEST);

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String asked = request.getHeaders().get("Access-Control-Request-Method");
        if (!request.getMethod().equals("OPTIONS") || asked == null || !reads(request, asked)) {
            return super.handle(request, response, callback);
        }
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(
                "Access-Control-Allow-Methods", queries(request) ? "GET, HEAD, POST" : "GET, HEAD");
        headers.put("Access-Control-Allow-Headers", "*");
        headers.put("Access-Control-Max-Age", DAY);
        response.setStatus(204);
        callback.succeeded();
        return true;
    }

    /** Allows scripts of all sites to read the answer, if the request only reads. */
    static void allow(Request request, HttpFields.Mutable headers) {
        if (reads(request, request.getMethod())) {
            headers.put(ALL_SITES);
            headers.put(ALL_HEADERS);
        }
    }

    private static boolean reads(Request request, String method) {
        return READING.contains(method) || (method.equals("POST") && queries(request));
    }

    private static boolean queries(Request request) {
        String path = request.getHttpURI().getPath();
        return Paths.SPARQL.equals(path) || Paths.RECONCILE.equals(path);
    }
}
