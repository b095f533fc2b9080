package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.edition.Edition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopTest {
    private static final Edition EDITION = Fixture.yunheEdition();

    /** Some seconds of work, whatever the machine. */
    private static final String HEAVY =
            "SELECT (COUNT(*) AS ?n) { { SELECT * { ?a ?p ?b . ?c ?q ?d } LIMIT 2000000 } }";

    /**
     * Jetty closes a connection that is idle for a second while the server stops. A test machine
     * may pause for longer between two lines, so this is tried again if the connection was closed.
     */
    @Test
    void runningRequestsFinishAndNewOnesAreRefused() throws Exception {
        String late = "";
        for (int attempt = 0; late.isEmpty() && attempt < 5; attempt++) {
            late = askWhileStopping();
        }

        assertThat(late)
                .startsWith("HTTP/1.1 503")
                .containsIgnoringCase("connection: close")
                .containsIgnoringCase("retry-after:");
    }

    /**
     * The answer to a request on an open connection while another runs and the server stops; "" if
     * the connection was closed, or if the other had finished before.
     */
    private static String askWhileStopping() throws Exception {
        ServerSettings setup =
                ServerSettings.at("127.0.0.1", 0)
                        .with(new AdminServer.Address("127.0.0.1", 0))
                        .with(Duration.ofSeconds(30));
        Server server = Server.start(setup, EDITION);
        int port = server.address().getPort();
        URI admin = server.adminAddress().orElseThrow();
        String late;
        try (Socket kept = new Socket("127.0.0.1", server.address().getPort())) {
            assertThat(ask(kept)).startsWith("HTTP/1.1 200");
            Waiting.until(() -> server.running() == 0);
            CompletableFuture<HttpResponse<String>> query = running(server, HEAVY);
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::close);
            Waiting.until(() -> ready(admin) == 503);

            late = query.isDone() ? "" : ask(kept);
            Waiting.until(() -> refuses(port));
            assertThat(query.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(query.get().body()).contains("2000000");
            stopping.get(60, TimeUnit.SECONDS);
        }
        assertThatThrownBy(() -> ready(admin)).isInstanceOf(IOException.class);
        return late;
    }

    @Test
    void aDrainingServerIsNotReadyButStillAnswers() throws Exception {
        Server server =
                Server.start(
                        ServerSettings.at("127.0.0.1", 0)
                                .with(new AdminServer.Address("127.0.0.1", 0))
                                .draining(Duration.ofMinutes(2)),
                        EDITION);
        URI admin = server.adminAddress().orElseThrow();
        Thread closing = new Thread(server::close);
        closing.start();
        Waiting.until(() -> ready(admin) == 503);

        HttpResponse<String> answer = Http.get(server, "healthz/live", "*/*");
        assertThat(answer.body()).contains("\"draining\"", EDITION.version());
        assertThat(Http.query(server, "ASK {}", "text/csv").statusCode()).isEqualTo(200);

        int port = server.address().getPort();
        closing.interrupt();
        closing.join();
        assertThat(refuses(port)).isTrue();
    }

    @Test
    void aSlowReaderGetsItsWholeAnswer() throws Exception {
        Server server =
                Server.start(
                        ServerSettings.at("127.0.0.1", 0).with(Duration.ofSeconds(30)), EDITION);
        int port = server.address().getPort();
        try (Socket reader = new Socket("127.0.0.1", port)) {
            reader.getOutputStream()
                    .write(
                            "GET /sparql?query=SELECT*%7B?s?p?o.?a?b?c%7DLIMIT200000 HTTP/1.1\r\nHost: a\r\nAccept: text/csv\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(reader.getInputStream(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).startsWith("HTTP/1.1 200");
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::close);
            Waiting.until(() -> refuses(port));

            assertThat(lines.lines().count()).isGreaterThan(200_000);
            stopping.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void waitingTimesOut() throws Exception {
        Server server =
                Server.start(
                        ServerSettings.at("127.0.0.1", 0).with(Duration.ofMillis(200)), EDITION);
        CompletableFuture<HttpResponse<String>> query =
                running(server, HEAVY.replace("2000000", "400000000"));

        server.close();

        assertThatThrownBy(() -> query.get(60, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void stoppingTwiceIsHarmless() {
        Server server = Server.start(ServerSettings.at("127.0.0.1", 0), EDITION);

        server.close();

        assertThatCode(server::close).doesNotThrowAnyException();
    }

    private static CompletableFuture<HttpResponse<String>> running(Server server, String query)
            throws Exception {
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return Http.query(server, query, "text/csv");
                            } catch (IOException | InterruptedException failed) {
                                throw new java.util.concurrent.CompletionException(failed);
                            }
                        });
        Waiting.until(() -> server.running() == 1);
        return answer;
    }

    private static int ready(URI admin) throws Exception {
        return Http.send(HttpRequest.newBuilder(admin.resolve("healthz/ready")).build())
                .statusCode();
    }

    private static boolean refuses(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    /**
     * An answer on a connection that stays open, as far as one read gives it; "" if the server has
     * closed the connection.
     */
    private static String ask(Socket socket) {
        try {
            socket.getOutputStream()
                    .write(
                            "HEAD /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            byte[] head = new byte[8192];
            int length = socket.getInputStream().read(head);
            return length < 0 ? "" : new String(head, 0, length, StandardCharsets.US_ASCII);
        } catch (IOException closed) {
            return "";
        }
    }
}
