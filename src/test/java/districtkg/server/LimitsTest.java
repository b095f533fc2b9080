package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.Shows;
import districtkg.edition.Edition;
import districtkg.limit.Limits;
import districtkg.problem.Reason;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What one client takes is bounded, and the others get theirs. */
@Shows({Reason.BUSY, Reason.TOO_MANY_REQUESTS, Reason.REQUEST_TOO_SLOW, Reason.TOO_MUCH_MEMORY})
class LimitsTest {
    private static final Edition EDITION = Fixture.edition(Fixture.yunhe());
    private static final String LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    private static final String GREEDY =
            "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i";
    private static final Duration SHORT = Duration.ofMillis(400);

    @Test
    void whoComesWhenAllPlacesAreTakenIsTold() throws Exception {
        try (Server server = server(limits(2, 2, 0, 0, Duration.ofSeconds(30), 80))) {
            List<HttpResponse<String>> answers = ask(server, 4);

            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .allMatch(status -> status == 503);
            assertThat(answers)
                    .extracting(HttpResponse::body)
                    .anyMatch(body -> body.contains("errors#busy"))
                    .anyMatch(body -> body.contains("errors#too-slow"));
            assertThat(answers)
                    .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
        }
    }

    @Test
    void aClientThatHasItsShareWaitsInVain() throws Exception {
        try (Server server = server(limits(4, 1, 8, 0, Duration.ofSeconds(30), 80))) {
            List<HttpResponse<String>> answers = ask(server, 3);

            assertThat(answers)
                    .extracting(HttpResponse::body)
                    .anyMatch(body -> body.contains("errors#too-many-requests"));
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 429)
                    .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
        }
    }

    @Test
    void aClientThatAsksTooOftenIsTold() throws Exception {
        try (Server server = server(limits(4, 4, 8, 1, Duration.ofSeconds(30), 80))) {
            List<Integer> statuses = new ArrayList<>();
            until(
                    () -> {
                        statuses.add(status(server));
                        return statuses.contains(429);
                    });

            assertThat(statuses).contains(200, 429);
        }
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedFor() throws Exception {
        try (Server server = server(limits(4, 4, 8, 0, SHORT, 80));
                Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.getOutputStream()
                    .write(
                            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 1000\r\n\r\nASK"
                                    .getBytes(StandardCharsets.US_ASCII));
            Wire.Answer answer = Wire.read(socket.getInputStream());

            assertThat(answer.body()).contains("errors#request-too-slow");
            assertThat(answer.status()).isEqualTo(408);
        }
    }

    @Test
    void headersThatDripAreNotWaitedFor() throws Exception {
        try (Server server = server(limits(4, 4, 8, 0, SHORT, 80));
                Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));

            assertThat(until(() -> !drips(socket))).isTrue();
        }
    }

    @Test
    void whatTakesTheMemoryOfOthersIsStopped() throws Exception {
        try (Server server =
                server(limits(4, 4, 8, 0, Duration.ofSeconds(30), 1, Duration.ofSeconds(60)))) {
            assertThat(Http.query(server, GREEDY, "*/*").body()).contains("errors#too-much-memory");
            assertThat(Http.query(server, "ASK {}", "text/csv").body()).contains("true");
        }
    }

    private static boolean drips(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static int status(Server server) {
        try {
            return Http.get(server, "sparql?query=ASK%7B%7D", "text/csv").statusCode();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static List<HttpResponse<String>> ask(Server server, int times) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(times)) {
            List<Future<HttpResponse<String>>> asked = new ArrayList<>();
            for (int client = 0; client < times; client++) {
                String query = LONG + " # " + client;
                asked.add(clients.submit(() -> Http.query(server, query, "application/json")));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> one : asked) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static boolean until(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            LockSupport.parkNanos(10_000_000);
        }
        return true;
    }

    private static Server server(Limits limits) {
        return Server.start(Setup.at("127.0.0.1", 0).with(limits), EDITION);
    }

    private static Limits limits(
            int queries, int perClient, int waiting, int rate, Duration pace, int memory) {
        return limits(queries, perClient, waiting, rate, pace, memory, Duration.ofSeconds(2));
    }

    private static Limits limits(
            int queries,
            int perClient,
            int waiting,
            int rate,
            Duration pace,
            int memory,
            Duration time) {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                time,
                usual.queryLength(),
                usual.body(),
                usual.header(),
                usual.answer(),
                usual.buffer(),
                queries,
                perClient,
                waiting,
                Duration.ofMillis(200),
                rate,
                0,
                pace,
                memory);
    }
}
