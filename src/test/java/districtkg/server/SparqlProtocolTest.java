package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, parameters and encodings of a request for a query. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparqlProtocolTest {
    private static final String ROWS =
            "sparql?query=SELECT%20*%20%7B%20?s%20a%20:Document%20%7D%20ORDER%20BY%20?s";
    private static final String TRIPLES =
            "sparql?query=CONSTRUCT%20WHERE%20%7B%20?s%20a%20:Document%20%7D";

    @SuppressWarnings("NullAway.Init")
    private Server server;

    @BeforeAll
    void start() {
        server = Server.start(ServerSettings.at("127.0.0.1", 0), Fixture.yunheEdition());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/sparql-results+json", "*/*"})
    void headHasTheHeadersOfGetAndNoBody(String accept) throws Exception {
        for (String path : new String[] {ROWS, TRIPLES, "sparql?query=ASK%7B%7D"}) {
            HttpResponse<String> head = send(path, accept, "HEAD");
            HttpResponse<String> again = send(path, accept, "HEAD");
            HttpResponse<String> get = send(path, accept, "GET");

            assertThat(head.statusCode()).isEqualTo(get.statusCode());
            assertThat(head.body()).isEmpty();
            for (String header : new String[] {"Content-Type", "Content-Length", "ETag", "Vary"}) {
                assertThat(head.headers().firstValue(header))
                        .as(header)
                        .isEqualTo(get.headers().firstValue(header))
                        .isEqualTo(again.headers().firstValue(header));
            }
        }
    }

    @Test
    void headOfABadQueryHasTheStatusOfGet() throws Exception {
        assertThat(send("sparql?query=SELECT", "*/*", "HEAD").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "turtle, text/turtle",
        "n3, text/turtle",
        "ttl, text/turtle",
        "rdf, application/rdf+xml",
        "rdf%2Bxml, application/rdf+xml",
        "rdf+xml, application/rdf+xml",
        "RDFXML, application/rdf+xml",
        "xml, application/rdf+xml",
        "json-ld, application/ld+json",
        "application%2Fn-triples, application/n-triples",
        "nt, application/n-triples",
        "csv, application/trig",
        "tsv, application/trig",
        "'', application/trig"
    })
    void aParameterChoosesTheFormatOfTriples(String name, String type) throws Exception {
        for (String parameter : new String[] {"output", "format", "results"}) {
            HttpResponse<String> answer =
                    send(TRIPLES + "&" + parameter + "=" + name, "application/trig", "GET");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/sparql-results+json",
        "xml, application/sparql-results+xml",
        "tsv, text/tab-separated-values",
        "text, text/plain",
        "turtle, text/csv",
        "rdf%2Bxml, text/csv"
    })
    void aParameterChoosesTheFormatOfRows(String name, String type) throws Exception {
        HttpResponse<String> answer = send(ROWS + "&output=" + name, "text/csv", "GET");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"output", "format", "results"})
    void anUnknownFormatIsReportedWithTheKnownOnes(String parameter) throws Exception {
        HttpResponse<String> answer = send(ROWS + "&" + parameter + "=pdf", "*/*", "GET");

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonObject problem = JSON.parse(answer.body());
        assertThat(problem.getString("type")).endsWith("#unknown-format");
        assertThat(problem.getString("parameter")).isEqualTo(parameter);
        assertThat(problem.get("expected").getAsArray().toString()).contains("csv", "turtle");
    }

    @Test
    void aQueryInAnotherCharsetIsNotRead() throws Exception {
        assertThat(posted("application/sparql-query; charset=GBK", Charset.forName("GBK")))
                .isEqualTo(415);
        assertThat(posted("application/sparql-query; charset=UTF-8", StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(posted("application/sparql-query; charset=\"utf-8\"", StandardCharsets.UTF_8))
                .isEqualTo(200);
    }

    @Test
    void brokenUtf8IsABadRequest() throws Exception {
        assertThat(posted("application/sparql-query", Charset.forName("GBK"))).isEqualTo(400);
        assertThat(send("sparql?query=SELECT(%22%D6%D0%22AS?x)%7B%7D", "*/*", "GET").statusCode())
                .isEqualTo(400);
        assertThat(Http.form(server, "query=SELECT(%22%D6%D0%22AS?x)%7B%7D", "*/*").statusCode())
                .isEqualTo(400);
    }

    private int posted(String type, Charset charset) throws Exception {
        return Http.send(
                        HttpRequest.newBuilder(Http.endpoint(server))
                                .header("Content-Type", type)
                                .POST(
                                        BodyPublishers.ofByteArray(
                                                "SELECT (\"此文件\" AS ?x) {}".getBytes(charset)))
                                .build())
                .statusCode();
    }

    private HttpResponse<String> send(String path, String accept, String method) throws Exception {
        return Http.send(
                HttpRequest.newBuilder(server.address().resolve(path))
                        .header("Accept", accept)
                        .method(method, BodyPublishers.noBody())
                        .build());
    }
}
