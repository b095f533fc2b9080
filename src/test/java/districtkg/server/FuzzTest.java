package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.web.PageSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is sent, the server answers, keeps its inner life to itself and finds no fault of its
 * own. The same seeds give the same requests; {@code -Dfuzz=N} sends N of each kind.
 */
class FuzzTest {
    private static final int EACH = Integer.getInteger("fuzz", 25);
    private static final int PATIENCE = 60_000;

    /** What no answer may hold: traces, classes, paths of the host. */
    private static final Pattern INSIDE =
            Pattern.compile(
                    "\\tat [a-z]|Exception|org\\.apache\\.|org\\.eclipse\\.|java\\.lang|"
                            + Pattern.quote(Path.of("").toAbsolutePath().toString()));

    private static final List<String> QUERIES = queries();
    private static final List<String> ADDRESSES =
            List.of(
                    "/",
                    "/id/yunhe",
                    "/id/yunhe.ttl",
                    "/id/yunhe-2021",
                    "/vocab/gdp-growth",
                    "/ns",
                    "/data?default",
                    "/data?graph=https://w3id.org/districtkg/graph/yunhe-2021",
                    "/graph/yunhe-2021",
                    "/resolve?iri=https://w3id.org/districtkg/id/yunhe",
                    "/search?q=yunhe",
                    "/api/suggest?q=yun",
                    "/api/names?iris=https://w3id.org/districtkg/id/yunhe",
                    "/api/check?query=ASK%7B%7D",
                    "/promises?verdict=kept&page=2",
                    "/board?lang=zh",
                    "/map?at=yunhe",
                    "/download/",
                    "/dataset",
                    "/.well-known/void",
                    "/healthz",
                    "/feed.atom",
                    "/errors");
    private static final List<String> ODD =
            List.of(
                    "%00",
                    "%",
                    "%zz",
                    "../",
                    "..%2f",
                    "//",
                    "\\",
                    "'",
                    "\"",
                    "<",
                    ">",
                    "{",
                    "}",
                    "\u0001",
                    "\u007f",
                    "%ff%fe",
                    "%E4%B8",
                    ";",
                    "#",
                    "?",
                    "&&",
                    "=",
                    "%0d%0aX: y",
                    "%252e",
                    "+",
                    "*",
                    "{0}",
                    "${x}",
                    "<script>",
                    "é",
                    "null",
                    "-1",
                    "1e999");

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("127.0.0.1", 0, Fixture.yunheEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<String> queries() {
        try {
            return Stream.of(
                            Files.readString(Path.of("src/test/resources/conformance.rq"))
                                    .split("\n\n+"))
                    .toList();
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    private static String pick(Random random, List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Some of a text is dropped, doubled, exchanged or followed by something odd. */
    private static String bent(Random random, String text) {
        StringBuilder bent = new StringBuilder(text);
        for (int times = 1 + random.nextInt(4); times > 0 && !bent.isEmpty(); times--) {
            int at = random.nextInt(bent.length());
            switch (random.nextInt(5)) {
                case 0 -> bent.deleteCharAt(at);
                case 1 -> bent.insert(at, pick(random, ODD));
                case 2 -> bent.insert(at, bent.substring(at, Math.min(bent.length(), at + 8)));
                case 3 -> bent.setCharAt(at, (char) (32 + random.nextInt(95)));
                default -> bent.setLength(at);
            }
        }
        return bent.toString();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String request(String method, String target, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return method
                + " "
                + target
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                + headers
                + (body.isEmpty() ? "" : "Content-Length: " + bytes.length + "\r\n")
                + "\r\n"
                + new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String form(String query) {
        return request(
                "POST",
                "/sparql",
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "query=" + encoded(query));
    }

    /** Kinds of request, by what is odd about them. */
    private enum Kind {
        QUERY(random -> form(bent(random, pick(random, QUERIES)))),
        QUERY_BODY(
                random ->
                        request(
                                "POST",
                                "/sparql",
                                "Content-Type: application/sparql-query\r\n",
                                bent(random, pick(random, QUERIES)))),
        PARAMETERS(
                random ->
                        request(
                                "GET",
                                "/sparql?" + bent(random, "query=ASK%7B%7D&timeout=3&format=json"),
                                "Accept: */*\r\n",
                                "")),
        ADDRESS(
                random ->
                        request(
                                "GET",
                                "/" + bent(random, pick(random, ADDRESSES).substring(1)),
                                "",
                                "")),
        ACCEPT(
                random ->
                        request(
                                "GET",
                                pick(random, ADDRESSES),
                                "Accept: "
                                        + bent(
                                                random,
                                                "text/turtle;q=0.7, application/ld+json, */*;q=0.1")
                                        + "\r\nAccept-Language: "
                                        + bent(random, "zh-CN,zh;q=0.9,en;q=0.5")
                                        + "\r\n",
                                "")),
        HEADERS(
                random ->
                        request(
                                "GET",
                                pick(random, ADDRESSES),
                                bent(
                                                random,
                                                "If-None-Match: W/\"abc\", \"x\"\r\nRange: bytes=0-10\r\nX-Forwarded-For: 1.2.3.4")
                                        + "\r\n",
                                "")),
        METHOD(
                random ->
                        request(
                                pick(
                                        random,
                                        List.of(
                                                "PUT", "DELETE", "PATCH", "POST", "TRACE",
                                                "OPTIONS", "HEAD", "CONNECT", "BREW", "get")),
                                pick(random, ADDRESSES),
                                "Content-Type: "
                                        + pick(
                                                random,
                                                List.of(
                                                        "application/ld+json",
                                                        "application/sparql-update",
                                                        "application/rdf-patch",
                                                        "text/turtle",
                                                        "multipart/form-data; boundary=x"))
                                        + "\r\n",
                                bent(
                                        random,
                                        "{\"@context\":\"http://127.0.0.1:1/c\",\"@id\":\"x\"}"))),
        WIRE(random -> bent(random, request("GET", "/id/yunhe", "Accept: */*\r\n", "")));

        private final Function<Random, String> made;

        Kind(Function<Random, String> made) {
            this.made = made;
        }
    }

    /** One request of a kind. */
    record Sent(Kind kind, int seed) {
        String text() {
            return kind.made.apply(new Random(seed * 31L + kind.ordinal()));
        }
    }

    static Stream<Sent> requests() {
        return Stream.of(Kind.values())
                .flatMap(kind -> IntStream.range(0, EACH).mapToObj(seed -> new Sent(kind, seed)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void noRequestCausesAServerError(Sent sent) throws IOException {
        String answer = exchanged(sent.text());

        assertThat(answer).as(sent.text()).doesNotStartWith("HTTP/1.1 500");
        assertThat(INSIDE.matcher(answer).find()).as(sent.text() + "\n" + answer).isFalse();
        assertThat(Http.raw(server, request("GET", "/healthz/live", "", "")))
                .startsWith("HTTP/1.1 200");
    }

    /** What comes back until the server closes; a server that says nothing is a failure. */
    private static String exchanged(String text) throws IOException {
        try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
