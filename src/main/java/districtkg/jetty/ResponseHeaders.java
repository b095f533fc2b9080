package districtkg.jetty;

import districtkg.web.PageRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/**
 * Assigns each request a number, and each answer the headers that all answers have. An answer may
 * override them: pages have their own policy.
 */
public final class ResponseHeaders extends Handler.Wrapper {
    /** The header with the number under which a request is logged. */
    static final String REQUEST = "X-Request-Id";

    private static final String LOGGED = "request";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Looked up, checked and encoded once. */
    private static final List<HttpField> ALWAYS =
            List.of(
                    field("X-Content-Type-Options", "nosniff"),
                    field("X-Frame-Options", "DENY"),
                    field("Referrer-Policy", "strict-origin-when-cross-origin"),
                    field(
                            "Content-Security-Policy",
                            "default-src 'none'; frame-ancestors 'none'; sandbox"),
                    field("Cross-Origin-Opener-Policy", "same-origin"),
                    field("Cross-Origin-Resource-Policy", "cross-origin"),
                    field(
                            "Permissions-Policy",
                            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"));

    private static final HttpField ENCRYPTED =
            field("Strict-Transport-Security", "max-age=31536000");

    private final TrustedProxies proxies;

    /** Headers for responses; HTTPS is recognized by the headers of these proxies. */
    public ResponseHeaders(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String id = name(request);
        request.setAttribute(PageRequest.ID, id);
        put(request, response.getHeaders());
        MDC.put(LOGGED, id);
        try {
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(LOGGED);
        }
    }

    /** A pre-encoded header. */
    static HttpField field(String name, String value) {
        return new PreEncodedHttpField(name, value);
    }

    /** The number of a request; empty if the request was too malformed to get one. */
    static String id(Request request) {
        return String.valueOf(Optional.ofNullable(request.getAttribute(PageRequest.ID)).orElse(""));
    }

    /** Adds the headers of every answer. */
    static void put(Request request, HttpFields.Mutable headers) {
        ALWAYS.forEach(headers::put);
        if (request.isSecure()) {
            headers.put(ENCRYPTED);
        }
        if (!id(request).isEmpty()) {
            headers.put(REQUEST, id(request));
        }
        CorsHandler.allow(request, headers);
    }

    private String name(Request request) {
        String given = request.getHeaders().get(REQUEST);
        return given != null && NAME.matcher(given).matches() && proxies.sent(request)
                ? given
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
