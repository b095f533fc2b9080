package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import districtkg.Fixture;
import districtkg.Shows;
import districtkg.edition.Edition;
import districtkg.limit.Limits;
import districtkg.limit.LimitsBuilder;
import districtkg.problem.Reason;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What one client takes is bounded, and the others get theirs. */
@Shows({Reason.BUSY, Reason.TOO_MANY_REQUESTS, Reason.REQUEST_TOO_SLOW, Reason.TOO_MUCH_MEMORY})
class LimitsTest {
    private static final Edition EDITION = Fixture.yunheEdition();
    private static final String LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";

    /** Jena keeps the texts that are told apart, and the engine does not count them. */
    private static final String GREEDY =
            "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i BIND(CONCAT(STR(?a), STR(?c), STR(?f), STR(?i)) AS ?x) }";

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @Test
    void requestsAboveTheQueueLimitAreRefused() throws Exception {
        try (Server server = server(limits().queries(2).queriesPerClient(2).waiting(0))) {
            List<HttpResponse<String>> answers = ask(server, 4);

            assertThat(answers)
                    .hasSize(4)
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
    void aClientAtItsShareOfTheQueueIsRefused() throws Exception {
        try (Server server = server(limits().queriesPerClient(1))) {
            List<HttpResponse<String>> answers = ask(server, 3);

            assertThat(answers)
                    .extracting(HttpResponse::body)
                    .anyMatch(body -> body.contains("errors#too-many-requests"));
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 429)
                    .isNotEmpty()
                    .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
        }
    }

    @Test
    void aClientAboveItsRateGets429() throws Exception {
        try (Server server = server(limits().requestsPerClient(1))) {
            List<Integer> statuses = new ArrayList<>();
            Waiting.until(
                    () -> {
                        statuses.add(status(server));
                        return statuses.contains(429);
                    });

            assertThat(statuses).contains(200, 429);
        }
    }

    @Test
    void aMissingBodyIsNotWaitedFor() throws Exception {
        try (Server server = server(limits().pace(SHORT));
                Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.getOutputStream()
                    .write(
                            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 1000\r\n\r\nASK"
                                    .getBytes(StandardCharsets.US_ASCII));
            RawConnection.Answer answer = RawConnection.read(socket.getInputStream());

            assertThat(answer.body()).contains("errors#request-too-slow");
            assertThat(answer.status()).isEqualTo(408);
        }
    }

    @Test
    void slowHeadersTimeOut() throws Exception {
        try (Server server = server(limits().pace(SHORT));
                Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));

            Waiting.until(() -> !drips(socket));
        }
    }

    /** Its query has left its place to others long before, and its connection ends too. */
    @Test
    void anUnreadResponseIsAbandoned() throws Exception {
        try (Server server =
                        server(
                                limits().queries(1)
                                        .queriesPerClient(1)
                                        .waiting(0)
                                        .pace(SHORT)
                                        .time(LONG_ENOUGH));
                Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("127.0.0.1", server.address().getPort()));
            socket.getOutputStream()
                    .write(
                            "GET /sparql?query=SELECT*%7B?a?b?c.?d?e?f%7D HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));

            Waiting.until(() -> server.running() == 1);
            Waiting.until(() -> server.running() == 0);
            assertThat(Http.query(server, "ASK {}", "text/csv").body()).contains("true");
        }
    }

    @Test
    void aHalfClosedConnectionGetsItsAnswer() throws Exception {
        try (Server server = server(limits())) {
            String answer =
                    Http.raw(
                            server,
                            "GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\nConnection: close\r\n\r\n",
                            true);

            assertThat(answer).startsWith("HTTP/1.1 200").contains("true");
        }
    }

    @Test
    void aClosedRequestReleasesItsResources() throws Exception {
        try (Server server = server(limits())) {
            for (String begun :
                    List.of(
                            "GET /sparql?qu",
                            "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK",
                            "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nAS")) {
                String answer = Http.raw(server, begun, true);

                assertThat(answer).doesNotContain(" 500 ", "Exception");
                Waiting.until(() -> server.running() == 0);
            }
        }
    }

    /** Clients on the same machine may have any number, so this one comes from another address. */
    @Test
    void connectionsPerClientAreLimited() throws Exception {
        Optional<InetAddress> own =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> address instanceof Inet4Address)
                        .filter(address -> !address.isLoopbackAddress())
                        .findFirst();
        assumeTrue(own.isPresent(), "this machine has no address but its loopback");
        String host = own.get().getHostAddress();
        List<Socket> sockets = new ArrayList<>();
        try (Server server =
                Server.start(
                        ServerSettings.at(host, 0).with(limits().connectionsPerClient(3).build()),
                        EDITION)) {
            try {
                for (int number = 0; number < 3; number++) {
                    sockets.add(new Socket(host, server.address().getPort()));
                    assertThat(asks(sockets.get(number))).startsWith("HTTP/1.1 200");
                }
                sockets.add(new Socket(host, server.address().getPort()));
                assertThat(asks(sockets.get(3))).isEmpty();

                sockets.removeFirst().close();
                Waiting.until(() -> reconnects(host, server));
            } finally {
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
        }
    }

    private static boolean reconnects(String host, Server server) {
        try (Socket again = new Socket(host, server.address().getPort())) {
            return asks(again).startsWith("HTTP/1.1 200");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** The first line of an answer; empty where the server closes the connection. */
    private static String asks(Socket socket) {
        try {
            socket.getOutputStream()
                    .write(
                            "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(
                    socket.getInputStream().readNBytes("HTTP/1.1 200".length()),
                    StandardCharsets.US_ASCII);
        } catch (IOException closed) {
            return "";
        }
    }

    @Test
    void aQueryBeyondItsMemoryBudgetIsStopped() throws Exception {
        try (Server server = server(limits().memory(1).time(LONG_ENOUGH))) {
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

    private static Server server(LimitsBuilder limits) {
        return Server.start(ServerSettings.at("127.0.0.1", 0).with(limits.build()), EDITION);
    }

    private static LimitsBuilder limits() {
        return LimitsBuilder.builder(Limits.DEFAULT)
                .time(Duration.ofSeconds(2))
                .queries(4)
                .queriesPerClient(4)
                .waiting(8)
                .patience(Duration.ofMillis(200))
                .connectionsPerClient(0);
    }
}
