package districtkg.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.server.Http;
import districtkg.server.Server;
import districtkg.web.PageSettings;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("127.0.0.1", 0, Fixture.yunheEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GET,/,200",
        "GET,/id/yunhe,303",
        "GET,/id/yunhe.html,200",
        "GET,/no-such-page,404",
        "GET,/sparql?query=ASK%7B%7D,200",
        "GET,/sparql?query=ASK,400",
        "DELETE,/,405",
        "DELETE,/sparql,405",
        "GET,/healthz,200",
        "GET,/%2e%2e/x,400"
    })
    void everyAnswerHasTheHeadersThatProtectItsReader(String method, String path, int status)
            throws Exception {
        HttpResponse<String> answer = send(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().map())
                .containsKeys(
                        "x-content-type-options",
                        "referrer-policy",
                        "content-security-policy",
                        "cross-origin-opener-policy",
                        "cross-origin-resource-policy",
                        "permissions-policy")
                .doesNotContainKeys(
                        "server", "fuseki-request-id", "x-powered-by", "strict-transport-security");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'");
        assertThat(answer.body()).doesNotContain("Jetty", "Jena", "Fuseki", "\tat ", "Exception");
    }

    @Test
    void downloadedDataIsNeverRenderedAsAPage() throws Exception {
        assertThat(
                        send("GET", "/sparql?query=ASK%7B%7D")
                                .headers()
                                .firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("sandbox")
                .doesNotContain("script-src");
    }

    @Test
    void everyAnswerHasItsOwnName() throws Exception {
        String one = send("GET", "/").headers().firstValue("X-Request-Id").orElseThrow();
        String other =
                send("GET", "/no-such-page").headers().firstValue("X-Request-Id").orElseThrow();

        assertThat(one).matches("[0-9a-f]{16}").isNotEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/$/ping",
                "/$/server",
                "/$/metrics",
                "/$/stats",
                "/$/datasets",
                "/metrics",
                "/assets/",
                "/webjars/",
                "/reload"
            })
    void fusekiAdministrationIsNotServed(String path) throws Exception {
        assertThat(send("GET", path).statusCode()).isEqualTo(404);
        assertThat(send("POST", path).statusCode()).isEqualTo(405);
    }

    @Test
    void malformedHttpGetsAProblemDocument() throws Exception {
        String answer = Http.raw(server, "GET / HTTP/1.1\r\nHost: a b\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("errors#bad-request", "X-Content-Type-Options", "Content-Security-Policy")
                .doesNotContain("Jetty", "Exception");
        assertThat(Http.raw(server, "rubbish\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void aLongAddressIsReportedWithAnAlternative() throws Exception {
        assertThat(send("GET", "/sparql?query=" + "x".repeat(70_000)).statusCode()).isIn(414, 431);
    }

    private static HttpResponse<String> send(String method, String path) throws Exception {
        return Http.send(
                HttpRequest.newBuilder(java.net.URI.create(server.address() + path.substring(1)))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build());
    }
}
