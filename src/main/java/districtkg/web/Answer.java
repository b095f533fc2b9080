package districtkg.web;

import districtkg.problem.Reason;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What goes back to a client. */
public final class Answer {
    private static final String UNCHANGING = "public, max-age=31536000, immutable";

    private final int status;
    private final String type;
    private final byte[] body;
    private final Map<String, String> headers;
    private final Optional<Reason> refused;

    private Answer(
            int status,
            String type,
            byte[] body,
            Map<String, String> headers,
            Optional<Reason> refused) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.headers = headers;
        this.refused = refused;
    }

    private Answer(int status, String type, byte[] body, Map<String, String> headers) {
        this(status, type, body, headers, Optional.empty());
    }

    static Answer html(int status, String page) {
        return new Answer(status, "text/html; charset=utf-8", utf8(page), Map.of());
    }

    static Answer of(int status, String type, String text) {
        return new Answer(status, type, utf8(text), Map.of());
    }

    static Answer text(String type, String text) {
        return new Answer(200, type, utf8(text), Map.of());
    }

    static Answer bytes(String type, byte[] body) {
        return new Answer(200, type, body, Map.of());
    }

    static Answer seeOther(String location) {
        return new Answer(
                303,
                "text/plain; charset=utf-8",
                utf8(location + "\n"),
                Map.of("Location", location));
    }

    /** For what never changes at its address. */
    Answer unchanging() {
        return with("Cache-Control", UNCHANGING);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, body, more, refused);
    }

    /** The same as an answer that refuses. */
    Answer because(Reason reason) {
        return new Answer(status, type, body, headers, Optional.of(reason));
    }

    public int status() {
        return status;
    }

    public byte[] body() {
        return body.clone();
    }

    /** All headers but that of the length. */
    public Map<String, String> headers() {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", type);
        return all;
    }

    /** Why it refuses; nothing where it does not. */
    public Optional<Reason> refused() {
        return refused;
    }

    void send(HttpServletResponse response, boolean withBody) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        headers.forEach(response::setHeader);
        response.setContentLength(body.length);
        if (withBody) {
            response.getOutputStream().write(body);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
