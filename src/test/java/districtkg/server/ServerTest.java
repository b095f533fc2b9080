package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.problem.Problem;
import districtkg.web.PageSettings;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {
    private static final Edition EDITION = Fixture.yunheEdition();
    private static final DatasetGraph DATA = EDITION.data();
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("127.0.0.1", 0, EDITION, PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            application/sparql-results+json | "bindings"
            application/sparql-results+xml  | <sparql
            text/csv                        | name
            text/tab-separated-values       | ?name
            """)
    void aTableComesInEveryFormat(String accept, String holds) throws Exception {
        HttpResponse<String> response =
                Http.query(server, "SELECT ?name { id:yunhe :nameZh ?name }", accept);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(accept);
        assertThat(response.body()).contains(holds).contains("云禾区");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/turtle",
                "application/ld+json",
                "application/n-triples",
                "application/rdf+xml",
                "application/trig"
            })
    void aGraphComesInEveryFormat(String accept) throws Exception {
        HttpResponse<String> response =
                Http.query(
                        server,
                        "CONSTRUCT { id:yunhe :nameZh ?name } { id:yunhe :nameZh ?name }",
                        accept);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(accept);
        assertThat(response.body()).contains("云禾区");
    }

    @Test
    void aQueryMayBeSentByGetFormOrBody() throws Exception {
        String ask = "ASK { id:yunhe a :District }";
        HttpRequest body =
                HttpRequest.newBuilder(Http.endpoint(server))
                        .header("Content-Type", "application/sparql-query")
                        .header("Accept", "text/csv")
                        .POST(BodyPublishers.ofString(ask))
                        .build();

        assertThat(
                        Http.get(
                                        server,
                                        "sparql?query="
                                                + URLEncoder.encode(ask, StandardCharsets.UTF_8),
                                        "text/csv")
                                .body())
                .contains("true");
        assertThat(Http.query(server, ask, "text/csv").body()).contains("true");
        assertThat(Http.send(body).body()).contains("true");
    }

    @ParameterizedTest
    @CsvSource({"OPTIONS,200", "DELETE,405"})
    void otherMethodsGetAllow(String method, int status) throws Exception {
        HttpResponse<String> answer =
                Http.send(
                        HttpRequest.newBuilder(
                                        server.address().resolve("sparql?query=ASK%20%7B%7D"))
                                .method(method, BodyPublishers.noBody())
                                .build());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void aWiderClassOfAnotherVocabularyAnswers() throws Exception {
        assertThat(
                        Http.query(
                                        server,
                                        "ASK { ?project a schema:Project . id:yunhe a geo:Feature }",
                                        "text/csv")
                                .body())
                .contains("true");
    }

    @Test
    void aPassageCanBeNamedAgainstTheBase() throws Exception {
        String passage =
                DATA.getDefaultGraph().stream()
                        .map(triple -> triple.getSubject().toString())
                        .filter(iri -> iri.contains("yunhe-2021#char="))
                        .findFirst()
                        .orElseThrow()
                        .replaceFirst("^.*/", "");

        assertThat(
                        Http.query(
                                        server,
                                        "ASK { <" + passage + "> :document id:yunhe-2021 }",
                                        "text/csv")
                                .body())
                .contains("true");
    }

    @Test
    void aNamedGraphHoldsOneDocument() throws Exception {
        assertThat(
                        Http.query(
                                        server,
                                        "ASK { GRAPH g:yunhe-2021 { id:yunhe-2021 a :Document } }",
                                        "text/csv")
                                .body())
                .contains("true");
        assertThat(
                        Http.query(
                                        server,
                                        "ASK { GRAPH g:yunhe-2021 { id:yunhe-2022 a :Document } }",
                                        "text/csv")
                                .body())
                .contains("false");
        assertThat(Http.get(server, "data?default", "text/turtle").body()).contains("云禾区");
    }

    @Test
    void aSyntaxErrorNamesItsPositionAndWhatWasExpected() throws Exception {
        HttpResponse<String> response =
                Http.query(server, "SELECT ?x\nWHERE { ?x a }", "application/json");

        JsonObject problem = JSON.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(problem.get("line").getAsNumber().value().intValue()).isEqualTo(2);
        assertThat(problem.get("column").getAsNumber().value().intValue()).isEqualTo(14);
        assertThat(problem.get("expected").getAsArray()).isNotEmpty();
        assertThat(Http.query(server, "SELECT ?x { ?x foo:bar 1 }", "text/plain").body())
                .contains("foo:bar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
                "SELECT (<java:java.lang.System.currentTimeMillis>() AS ?now) {}",
                "SELECT * { ?s ?p ?o FILTER(<http://jena.apache.org/ARQ/function#wait>(60000)) }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?q ?r FILTER(<java:a.B>(?r)) } }",
                "SELECT * { { SELECT (<java:a.B>(1) AS ?x) {} } }",
                "SELECT * { ?s <java:a.B> ?o }",
                "SELECT * { ?s <http://jena.apache.org/ARQ/property#str> ?o }",
                "SELECT (CALL(<java:a.B>) AS ?x) {}",
                "SELECT * { ?s ?p ?o } ORDER BY <java:a.B>(?o)",
                "SELECT (<java:a.B>(1) AS ?x) (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING(<java:a.B>(1))"
            })
    void queriesBeyondTheDataAreRefused(String query) throws Exception {
        HttpResponse<String> response = Http.query(server, query, "application/json");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("refused").doesNotContain("\tat ", "Exception");
    }

    @Test
    void readOnlyServersRefuseWrites() throws Exception {
        long before = DATA.getDefaultGraph().size();
        HttpRequest put =
                HttpRequest.newBuilder(server.address().resolve("data?default"))
                        .header("Content-Type", "text/turtle")
                        .PUT(BodyPublishers.ofString("<a:a> <a:b> <a:c> ."))
                        .build();

        assertThat(Http.form(server, "update=CLEAR+ALL", "*/*").statusCode()).isEqualTo(400);
        assertThat(Http.send(put).statusCode()).isEqualTo(405);
        assertThat(Http.get(server, "update", "*/*").statusCode()).isEqualTo(404);
        assertThat(Http.get(server, "$/datasets", "*/*").statusCode()).isEqualTo(404);
        assertThat(DATA.getDefaultGraph().size()).isEqualTo(before);
    }

    @Test
    void fromClausesNeverFetch() throws IOException, InterruptedException {
        HttpResponse<String> response =
                Http.query(server, "SELECT * FROM <http://127.0.0.1:1/x> { ?s ?p ?o }", "text/csv");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("errors#unknown-graph", "http://127.0.0.1:1/x");
        assertThat(
                        Http.query(
                                        server,
                                        "ASK FROM g:yunhe-2021 { id:yunhe-2021 a :Document }",
                                        "text/csv")
                                .body())
                .contains("true");
    }

    @Test
    void aPortInUseIsReportedWithAFix() {
        assertThatThrownBy(
                        () ->
                                Server.start(
                                        "127.0.0.1",
                                        server.address().getPort(),
                                        EDITION,
                                        PageSettings.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("port-taken")
                .hasMessageContaining("--port");
    }

    @Test
    void anUnknownTermIsReportedWithTheNearest() throws Exception {
        HttpResponse<String> property = strict("SELECT * { ?r a :Recognition ; :conferedBy ?by }");
        HttpResponse<String> path =
                strict(
                        "SELECT * { ?r :indicator v:gdp-grwth OPTIONAL { ?r :source/:sectoin ?s } }");
        HttpResponse<String> thing = Http.query(server, "SELECT * { id:nothing ?p ?o }", "*/*");

        assertThat(property.statusCode()).isEqualTo(400);
        assertThat(property.body()).contains(":conferedBy", ":conferredBy");
        assertThat(path.body()).contains("v:gdp-growth", ":section");
        assertThat(thing.statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> strict(String query) throws Exception {
        return Http.form(
                server,
                "strict=true&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                "*/*");
    }

    @Test
    void aDescriptionIsWrittenWithThePrefixThatWeTeach() throws Exception {
        String turtle = Http.query(server, "DESCRIBE id:yunhe", "text/turtle").body();

        assertThat(turtle).contains(":District").doesNotContain("dkg:");
    }
}
