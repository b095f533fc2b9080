package districtkg.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.server.Http;
import districtkg.server.Server;
import districtkg.web.PageSettings;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts of other sites may do. */
class CorsHandlerTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("127.0.0.1", 0, Fixture.yunheEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET,id/yunhe",
        "HEAD,data?default",
        "GET,no-such-page",
        "GET,sparql?query=ASK",
        "POST,sparql",
        "OPTIONS,sparql"
    })
    void anySiteMayRead(String method, String path) throws Exception {
        HttpHeaders headers = send(method, path, "").headers();

        assertThat(headers.allValues("Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(headers.firstValue("Access-Control-Expose-Headers"))
                .get()
                .asString()
                .contains("ETag", "Link", "Retry-After", "Content-Location", "Repr-Digest");
        assertThat(headers.map()).doesNotContainKey("access-control-allow-credentials");
        assertThat(headers.allValues("Vary")).noneMatch(value -> value.contains("Origin"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "PUT,data?default",
        "DELETE,data?default",
        "POST,data?default",
        "PATCH,sparql",
        "PUT,sparql"
    })
    void noSiteMayWrite(String method, String path) throws Exception {
        assertThat(send(method, path, "").headers().map().keySet())
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("access-control"));
        assertThat(send("OPTIONS", path, method).headers().map())
                .doesNotContainKeys("access-control-allow-methods", "access-control-max-age");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"GET,id/yunhe,'GET, HEAD'", "POST,sparql,'GET, HEAD, POST'"})
    void aPreflightIsCachedForADay(String method, String path, String allowed) throws Exception {
        HttpResponse<String> answer = send("OPTIONS", path, method);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods")).hasValue(allowed);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Max-Age")).hasValue("86400");
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-credentials");
    }

    private static HttpResponse<String> send(String method, String path, String asks)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.address().resolve(path))
                        .header("Origin", "https://app.example")
                        .method(method, BodyPublishers.noBody());
        if (!asks.isEmpty()) {
            request.header("Access-Control-Request-Method", asks);
        }
        return Http.send(request.build());
    }
}
