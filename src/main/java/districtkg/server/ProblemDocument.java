package districtkg.server;

import districtkg.query.BadQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * An error as programs read it (RFC 9457), or as plain text for whoever asks for text.
 *
 * @param status of HTTP
 * @param title the kind of error in a few words
 * @param detail this error, and what to do
 * @param query what is wrong with the query, where that is the error
 */
record ProblemDocument(int status, String title, String detail, Optional<BadQuery> query) {
    static ProblemDocument of(int status, String title, String detail) {
        return new ProblemDocument(status, title, detail, Optional.empty());
    }

    static ProblemDocument of(BadQuery wrong) {
        String place =
                wrong.line() > 0
                        ? "Line " + wrong.line() + ", column " + wrong.column() + ": "
                        : "";
        return new ProblemDocument(
                400,
                "The query cannot be answered",
                place + wrong.getMessage(),
                Optional.of(wrong));
    }

    void send(HttpServletRequest request, HttpServletResponse response) {
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("*/*");
        boolean text = accept.startsWith("text/plain") || accept.startsWith("text/html");
        byte[] body = (text ? text() : json()).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(text ? "text/plain; charset=utf-8" : "application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String text() {
        String expected =
                query.map(BadQuery::expected)
                        .filter(list -> !list.isEmpty())
                        .map(list -> "\nExpected one of: " + String.join("  ", list))
                        .orElse("");
        return title + "\n" + detail + expected + "\n";
    }

    private String json() {
        JsonObject document = new JsonObject();
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail);
        query.filter(wrong -> wrong.line() > 0)
                .ifPresent(
                        wrong -> {
                            document.put("line", wrong.line());
                            document.put("column", wrong.column());
                            JsonArray expected = new JsonArray();
                            wrong.expected().forEach(expected::add);
                            document.put("expected", expected);
                        });
        return JSON.toString(document) + "\n";
    }
}
