package districtkg.http;

import districtkg.problem.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** An HTTP response, independent of the server. */
public final class HttpAnswer {
    static final String CACHING = "Cache-Control";

    /** The header with the language of a page. */
    public static final String LANGUAGE = "Content-Language";

    private static final String UNCHANGING = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";
    private static final String NEVER = "no-store";

    /** The value of a header that is taken away. */
    private static final String ABSENT = "";

    private final int status;
    private final String type;
    private final Body body;
    private final Map<String, String> headers;
    private final Optional<Reason> refused;

    /**
     * The body of a response.
     *
     * @param tag identifies the bytes among all answers of this address
     * @param length in bytes, if it is known in advance
     * @param content writes it
     */
    private record Body(String tag, Optional<Integer> length, Content content) {
        static Body of(byte[] bytes) {
            return new Body(digest(bytes), Optional.of(bytes.length), out -> out.write(bytes));
        }
    }

    /** Writes a body that is too large for memory. */
    public interface Content {
        /** Writes the whole body; is called at most once. */
        void writeTo(OutputStream out) throws IOException;
    }

    private HttpAnswer(
            int status,
            String type,
            Body body,
            Map<String, String> headers,
            Optional<Reason> refused) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.headers = headers;
        this.refused = refused;
    }

    private HttpAnswer(int status, String type, Body body) {
        this(status, type, body, Map.of(), Optional.empty());
    }

    /** A page. */
    public static HttpAnswer html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page);
    }

    /** A text in UTF-8 with a status and a media type. */
    public static HttpAnswer of(int status, String type, String text) {
        return new HttpAnswer(status, type, Body.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A text in UTF-8 with status 200. */
    public static HttpAnswer text(String type, String text) {
        return of(200, type, text);
    }

    /** Bytes with status 200; the caller does not change them. */
    public static HttpAnswer bytes(String type, byte[] body) {
        return new HttpAnswer(200, type, Body.of(body));
    }

    /**
     * A response that is streamed.
     *
     * @param state everything on which its bytes depend
     */
    public static HttpAnswer streamed(String type, String state, Content content) {
        String tag = digest((type + state).getBytes(StandardCharsets.UTF_8));
        return new HttpAnswer(200, type, new Body(tag, Optional.empty(), content));
    }

    /** A redirect with status 303. */
    public static HttpAnswer seeOther(String location) {
        String uri = Iris.uri(location);
        return of(303, "text/plain; charset=utf-8", uri + "\n").with("Location", uri);
    }

    /** The same response, marked as immutable for caches. */
    public HttpAnswer unchanging() {
        return with(CACHING, UNCHANGING);
    }

    /** The same response, marked as not cacheable. */
    public HttpAnswer once() {
        return with(CACHING, NEVER);
    }

    /** The same response with another header. */
    public HttpAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpAnswer(status, type, body, more, refused);
    }

    /** The same response without a header that the server gives to all others. */
    public HttpAnswer without(String header) {
        return with(header, ABSENT);
    }

    /** The same response with another media type. */
    public HttpAnswer as(String other) {
        return new HttpAnswer(status, other, body, headers, refused);
    }

    /** The same response with an ETag that starts with a prefix and a hyphen. */
    public HttpAnswer tagged(String first) {
        Body marked = new Body(first + '-' + body.tag(), body.length(), body.content());
        return new HttpAnswer(status, type, marked, headers, refused);
    }

    /** The same response as an error. */
    public HttpAnswer because(Reason reason) {
        return new HttpAnswer(status, type, body, headers, Optional.of(reason));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The bytes of the body; a streamed body is written to memory. */
    public byte[] body() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            body.content().writeTo(bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    /** All headers except the length. */
    public Map<String, String> headers() {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.values().removeIf(ABSENT::equals);
        all.put("Content-Type", type);
        return all;
    }

    /** The reason of an error; empty for other responses. */
    public Optional<Reason> refused() {
        return refused;
    }

    /** Sends the response, or 304 if the client has these bytes. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(CACHING, ASK_AGAIN);
        headers.forEach(
                (name, value) -> response.setHeader(name, value.equals(ABSENT) ? null : value));
        if (status == HttpServletResponse.SC_OK && !NEVER.equals(headers.get(CACHING))) {
            String tag = '"' + body.tag() + '"';
            response.setHeader("ETag", tag);
            if (EntityTag.suffices(request, tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        response.setStatus(status);
        response.setContentType(type);
        body.length().ifPresent(response::setContentLength);
        if (!request.getMethod().equals("HEAD")) {
            body.content().writeTo(response.getOutputStream());
        }
    }

    private static String digest(byte[] bytes) {
        return DigestUtils.sha256Hex(bytes).substring(0, 32);
    }
}
