package districtkg.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.limit.Limits;
import districtkg.limit.LimitsBuilder;
import districtkg.server.Http;
import districtkg.server.Server;
import districtkg.server.ServerSettings;
import districtkg.snapshot.PerformanceSettings;
import districtkg.source.Sources;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are kept for as long as their edition is served, and not a moment longer. */
class ResponseCacheTest {
    private static final String NAMES = "SELECT ?name { ?d a :Document ; :nameEn ?name }";
    private static final Edition YUNHE = Fixture.yunheEdition();
    private static final Edition GOOD =
            Edition.trusting(
                    Sources.read(List.of(Fixture.ONTOLOGY, Path.of("src/test/resources/good"))),
                    Fixture.ONTOLOGY);

    @SuppressWarnings("NullAway.Init")
    private Server server;

    @BeforeEach
    void start() {
        server = Server.start(ServerSettings.at("127.0.0.1", 0), YUNHE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> ask(String query, String... headers) throws Exception {
        return ask(server, query, headers);
    }

    private static HttpResponse<String> ask(Server asked, String query, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                asked.address()
                                        .resolve(
                                                "sparql?query="
                                                        + URLEncoder.encode(
                                                                query, StandardCharsets.UTF_8)))
                        .header("Accept", "text/csv");
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        return Http.send(request.build());
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void theSameQueryGetsTheSameAnswerAgain() throws Exception {
        HttpResponse<String> first = ask(NAMES);
        HttpResponse<String> second = ask(NAMES);

        assertThat(first.body().lines()).hasSizeGreaterThan(1);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(tag(second)).isEqualTo(tag(first));
        assertThat(Http.query(server, NAMES, "text/csv").body()).isEqualTo(first.body());
    }

    @Test
    void anotherFormIsAnotherAnswer() throws Exception {
        HttpResponse<String> table = ask(NAMES);
        HttpResponse<String> json = ask(NAMES, "Accept", "application/sparql-results+json");

        assertThat(json.body()).startsWith("{");
        assertThat(tag(json)).isNotEqualTo(tag(table));
    }

    @Test
    void aCachedResponseGets304() throws Exception {
        String tag = tag(ask(NAMES));

        HttpResponse<String> again = ask(NAMES, "If-None-Match", "\"other\", " + tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(ask(NAMES, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    /** Only what was got can have been kept (RFC 9110, 13.1.2). */
    @Test
    void aPostIsNeverAnswered304() throws Exception {
        HttpResponse<String> posted =
                Http.query(server, NAMES, "text/csv", "If-None-Match", tag(ask(NAMES)));

        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.body()).isEqualTo(ask(NAMES).body());
    }

    /** A tag may hold a comma, and the header may come twice. */
    @Test
    void itsTagIsFoundAmongOthers() throws Exception {
        String tag = tag(ask(NAMES));

        for (String others : List.of("\"a,b\", %s", "%s,\"c\"", "W/\"d\" , %s")) {
            assertThat(ask(NAMES, "If-None-Match", others.formatted(tag)).statusCode())
                    .as(others)
                    .isEqualTo(304);
        }
        String twice =
                Http.raw(
                        server,
                        "GET /sparql?query="
                                + URLEncoder.encode(NAMES, StandardCharsets.UTF_8)
                                + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\nIf-None-Match: \"a\"\r\nIf-None-Match: "
                                + tag
                                + "\r\nConnection: close\r\n\r\n",
                        true);
        assertThat(twice).startsWith("HTTP/1.1 304");
    }

    @Test
    void anotherEditionHasOtherAnswers() throws Exception {
        HttpResponse<String> before = ask(NAMES);
        ask(NAMES);

        server.publish(GOOD);
        HttpResponse<String> after = ask(NAMES, "If-None-Match", tag(before));

        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).isNotEqualTo(before.body());
        assertThat(ask(NAMES).body()).isEqualTo(after.body());
    }

    /** One parameter must not pass for two. */
    @Test
    void aCachedResponseCannotBePoisoned() throws Exception {
        String asked = "sparql?query=SELECT%20*%20%7B%20?s%20a%20:Document%20%7D&";
        String graph = "default-graph-uri=https://w3id.org/districtkg/graph/derived";
        String whole =
                Http.get(server, asked + "a=x%00" + graph.replace("=", "%01"), "text/csv").body();

        String part = Http.get(server, asked + "a=x&" + graph, "text/csv").body();

        assertThat(whole.lines()).hasSizeGreaterThan(1);
        assertThat(part.lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (RAND() AS ?x) {}",
                "SELECT (struuid() AS ?x) {}",
                "SELECT (UUID () AS ?x) {}",
                "SELECT (RAND # what for\n () AS ?x) {}"
            })
    void nondeterministicQueriesAreNotCached(String query) throws Exception {
        assertThat(ask(query).statusCode()).isEqualTo(200);
        assertThat(ask(query).body()).isNotEqualTo(ask(query).body());
        assertThat(ask(query).headers().firstValue("ETag")).isEmpty();
    }

    /** What it depends on is known before its first byte. */
    @Test
    void anAnswerThatIsSentInPartsHasATagToo() throws Exception {
        Limits little = LimitsBuilder.builder(Limits.DEFAULT).buffer(64).build();
        try (Server other = Server.start(ServerSettings.at("127.0.0.1", 0).with(little), YUNHE)) {
            HttpResponse<String> whole = ask(other, NAMES);
            HttpResponse<String> again = ask(other, NAMES, "If-None-Match", tag(whole));

            assertThat(whole.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
            assertThat(whole.body()).isEqualTo(ask(NAMES).body());
            assertThat(again.statusCode()).isEqualTo(304);
        }
    }

    /** Neither says what may be kept in a way of its own, nor which program answers. */
    @Test
    void eachHeaderIsSentOnce() throws Exception {
        HttpResponse<String> named = ask(NAMES);
        HttpResponse<String> passing = ask("SELECT (NOW() AS ?x) {}");

        assertThat(named.statusCode()).isEqualTo(200);
        assertThat(passing.statusCode()).isEqualTo(200);
        assertThat(named.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(named.headers().allValues("Vary")).containsExactly("Accept");
        assertThat(passing.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(named.headers().map()).doesNotContainKeys("pragma", "server");
        assertThat(passing.headers().map()).doesNotContainKeys("pragma", "server");
    }

    @Test
    void optimizationsCanBeTurnedOff() throws Exception {
        try (Server plain =
                Server.start(
                        ServerSettings.at("127.0.0.1", 0)
                                .with(new PerformanceSettings(false, 0, 0, false, 1024)),
                        YUNHE)) {
            String body = Http.query(plain, NAMES, "text/csv").body();

            assertThat(body.lines().sorted())
                    .hasSizeGreaterThan(1)
                    .containsExactlyElementsOf(ask(NAMES).body().lines().sorted().toList());
            assertThat(Http.query(plain, NAMES, "text/csv").body()).isEqualTo(body);
        }
    }

    @Test
    void refusalsAreNotCached() throws Exception {
        HttpResponse<String> refused = ask("SELECT * { ?a :conferredBy }");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("ETag")).isEmpty();
        assertThat(ask("SELECT * { ?a :conferredBy }").statusCode()).isEqualTo(400);
    }
}
