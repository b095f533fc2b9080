package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
    private static final Edition EDITION = Fixture.yunheEdition();
    private static final AtomicReference<Supplier<Edition>> SOURCE =
            new AtomicReference<>(() -> EDITION);
    private static Server server;
    private static URI admin;

    @BeforeAll
    static void start() {
        server =
                Server.open(
                        ServerSettings.at("127.0.0.1", 0)
                                .with(new AdminServer.Address("127.0.0.1", 0)));
        server.load(() -> SOURCE.get().get());
        admin = server.adminAddress().orElseThrow();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void requestsAreCountedByKindAndStatus() throws Exception {
        Http.query(server, "ASK {}", "text/csv");
        Http.query(server, "ASK", "text/csv");
        Http.get(server, "id/yunhe.ttl", "text/turtle");
        Http.get(server, "no-such-page", "text/html");

        assertThat(metrics())
                .contains(
                        "districtkg_requests_seconds_count{route=\"sparql\",status=\"200\"}",
                        "districtkg_requests_seconds_count{route=\"sparql\",status=\"400\"}",
                        "districtkg_requests_seconds_bucket{route=\"sparql\",status=\"200\",le=\"0.1\"}",
                        "districtkg_requests_seconds_count{route=\"entity\",status=\"200\"}",
                        "districtkg_requests_seconds_count{route=\"page\",status=\"404\"}",
                        "districtkg_sent_bytes_total{route=\"entity\"}",
                        "districtkg_refusals_total{reason=\"bad-query\"}",
                        "districtkg_refusals_total{reason=\"not-found\"}");
    }

    @Test
    void theEditionTheMachineAndTheLoadAreMeasured() throws Exception {
        System.gc();

        assertThat(metrics().lines())
                .noneMatch(line -> line.startsWith("districtkg") && line.endsWith("NaN"));
        assertThat(metrics())
                .contains(
                        "districtkg_edition_info{version=\"" + EDITION.version() + "\"} 1",
                        "districtkg_edition_triples "
                                + (double) EDITION.data().getDefaultGraph().size(),
                        "districtkg_edition_load_seconds",
                        "districtkg_editions_total",
                        "districtkg_requests_running",
                        "jvm_memory_used_bytes",
                        "jvm_gc_",
                        "jvm_threads_live_threads",
                        "process_uptime_seconds");
    }

    @Test
    void noLabelGrowsWithWhatClientsSend() throws Exception {
        for (int page = 0; page < 50; page++) {
            Http.get(server, "page-" + page + "/x?y=" + page, "*/*");
        }
        Http.send(
                HttpRequest.newBuilder(server.address())
                        .method("BREW", BodyPublishers.noBody())
                        .build());

        assertThat(metrics()).doesNotContain("page-1", "BREW");
        assertThat(
                        metrics()
                                .lines()
                                .filter(
                                        line ->
                                                line.startsWith(
                                                        "districtkg_requests_seconds_count")))
                .isNotEmpty()
                .hasSizeLessThan(30);
    }

    @Test
    void metricsAreNotPublic() throws Exception {
        for (String path : List.of("metrics", "$/metrics", "reload", "actuator/prometheus")) {
            assertThat(Http.get(server, path, "*/*").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theAdminPortAnswersHealthChecks() throws Exception {
        assertThat(ask("GET", "healthz/ready", "Accept", "*/*").statusCode()).isEqualTo(200);
        assertThat(ask("GET", "", "Accept", "*/*").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "reload", "Accept", "*/*").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1"})
    void noPageOfABrowserReachesThem(String origin) throws Exception {
        assertThat(ask("GET", "metrics", "Origin", origin).statusCode()).isEqualTo(403);
        assertThat(ask("POST", "reload", "Origin", origin).statusCode()).isEqualTo(403);
        assertThat(ask("GET", "metrics", "Accept", "*/*").headers().map().keySet())
                .noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void noNameLeadsThereThatIsNotItsOwn() throws Exception {
        assertThat(raw("evil.example")).startsWith("HTTP/1.1 403");
        assertThat(raw("evil.example:" + admin.getPort())).startsWith("HTTP/1.1 403");
        assertThat(raw("localhost:" + admin.getPort())).startsWith("HTTP/1.1 200");
        assertThat(raw("127.0.0.1")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aFaultyReloadKeepsTheCurrentEdition() throws Exception {
        Edition next = Fixture.realEdition();
        SOURCE.set(() -> next);
        HttpResponse<String> taken = ask("POST", "reload", "Accept", "*/*");
        SOURCE.set(
                () -> {
                    throw new Problem(
                            Fault.of("untyped", "a thing without a class", "give it one"));
                });
        HttpResponse<String> refused = ask("POST", "reload", "Accept", "*/*");
        Edition kept = server.edition();
        SOURCE.set(() -> EDITION);
        ask("POST", "reload", "Accept", "*/*");

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains(next.version());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("untyped", "give it one");
        assertThat(kept).isSameAs(next);
        assertThat(metrics().lines().filter(line -> line.startsWith("districtkg_edition_info{")))
                .hasSize(1);
    }

    @Test
    void aPortInUseIsReportedWithItsOption() {
        ServerSettings taken =
                ServerSettings.at("127.0.0.1", 0)
                        .with(new AdminServer.Address("127.0.0.1", admin.getPort()));

        assertThatThrownBy(() -> Server.open(taken))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("--admin-port");
    }

    private static String metrics() throws Exception {
        return ask("GET", "metrics", "Accept", "*/*").body();
    }

    private static HttpResponse<String> ask(String method, String path, String name, String value)
            throws Exception {
        return Http.send(
                HttpRequest.newBuilder(admin.resolve(path))
                        .method(method, BodyPublishers.noBody())
                        .header(name, value)
                        .build());
    }

    private static String raw(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", admin.getPort())) {
            socket.getOutputStream()
                    .write(
                            ("GET /metrics HTTP/1.1\r\nHost: "
                                            + host
                                            + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
