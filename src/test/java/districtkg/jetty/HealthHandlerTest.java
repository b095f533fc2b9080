package districtkg.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.Shows;
import districtkg.edition.Edition;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.problem.Reason;
import districtkg.server.Http;
import districtkg.server.Server;
import districtkg.server.ServerSettings;
import districtkg.web.PageSettings;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@Shows({Reason.STARTING, Reason.STOPPING})
class HealthHandlerTest {
    private static final Edition EDITION = Fixture.yunheEdition();

    @Test
    void itIsLiveAndNotReadyUntilTheDataAreLoaded() throws Exception {
        try (Server server = Server.open(ServerSettings.at("127.0.0.1", 0))) {
            assertThat(told(server, "healthz/live")).isEqualTo("200 {\"status\":\"starting\"}");
            assertThat(told(server, "healthz/ready")).isEqualTo("503 {\"status\":\"starting\"}");
            assertThat(told(server, "healthz")).isEqualTo("503 {\"status\":\"starting\"}");

            server.publish(EDITION);

            for (String path : new String[] {"healthz", "healthz/live", "healthz/ready"}) {
                assertThat(told(server, path))
                        .isEqualTo(
                                "200 {\"status\":\"ready\",\"edition\":\""
                                        + EDITION.version()
                                        + "\"}");
            }
        }
    }

    @Test
    void requestsDuringStartGet503() throws Exception {
        try (Server server = Server.open(ServerSettings.at("127.0.0.1", 0))) {
            HttpResponse<String> page = Http.get(server, "", "text/html");
            HttpResponse<String> query = Http.query(server, "ASK {}", "text/csv");

            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .get()
                    .asString()
                    .contains("script-src");
            assertThat(page.body()).contains("The data are being loaded");
            assertThat(query.statusCode()).isEqualTo(503);
            assertThat(query.body()).contains("errors#starting");

            server.load(() -> EDITION);

            assertThat(Http.query(server, "ASK {}", "text/csv").body()).contains("true");
        }
    }

    @Test
    void healthIsNeverCachedAndAlsoAnswersHead() throws Exception {
        try (Server server = Server.start("127.0.0.1", 0, EDITION, PageSettings.NONE)) {
            HttpResponse<String> head =
                    Http.send(
                            HttpRequest.newBuilder(server.address().resolve("healthz/ready"))
                                    .method("HEAD", BodyPublishers.noBody())
                                    .build());

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    @Test
    void dataWithFaultsChangeNothing() throws Exception {
        try (Server server = Server.start("127.0.0.1", 0, EDITION, PageSettings.NONE)) {
            Problem faults =
                    new Problem(Fault.of("untyped", "a thing without a class", "give it one"));

            assertThatThrownBy(
                            () ->
                                    server.load(
                                            () -> {
                                                throw faults;
                                            }))
                    .isSameAs(faults);
            assertThat(told(server, "healthz"))
                    .isEqualTo(
                            "200 {\"status\":\"ready\",\"edition\":\"" + EDITION.version() + "\"}");
            assertThat(server.edition()).isSameAs(EDITION);
        }
    }

    private static String told(Server server, String path) throws Exception {
        HttpResponse<String> answer = Http.get(server, path, "*/*");
        return answer.statusCode() + " " + answer.body().strip();
    }
}
