package districtkg.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.limit.Limits;
import districtkg.limit.LimitsBuilder;
import districtkg.server.Http;
import districtkg.server.RawConnection;
import districtkg.server.Server;
import districtkg.server.ServerSettings;
import districtkg.server.Waiting;
import districtkg.server.Writable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Most clients send all of a body before they look for the answer. One that refuses the body must
 * reach them all the same, although it was sent long before.
 */
class DrainHandlerTest {
    private static final Edition EDITION = Fixture.yunheEdition();

    /** More than what the system takes for a server that does not read. */
    private static final byte[] BODY = new byte[32 << 20];

    private static final String PLAIN = "Content-Length: " + BODY.length;
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    @TempDir private static Path folder;
    private static Writable writable;

    @BeforeAll
    static void start() throws IOException {
        writable = new Writable(folder);
    }

    @AfterAll
    static void stop() {
        writable.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST /sparql, Content-Type: application/sparql-query",
        "POST /sparql, Content-Type: application/x-www-form-urlencoded",
        "PUT /graph/2021-report, Content-Type: text/turtle",
    })
    void bodyThatIsTooLarge(String line, String header) throws Exception {
        assertThat(send(writable.server, line, header, PLAIN).status()).isEqualTo(413);
        assertThat(send(writable.server, line, header, CHUNKED).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "405, POST /, Accept: text/html",
        "405, PATCH /sparql, Content-Type: application/sparql-query",
        "405, POST /nowhere, Accept: application/json",
        "415, POST /sparql, Content-Type: application/sparql-update",
    })
    void bodyOfAnUnsupportedRequest(int status, String line, String header) throws Exception {
        try (Server server = Server.start(setup(limits().body(1L << 30)), EDITION)) {
            assertThat(send(server, line, header, PLAIN).status()).isEqualTo(status);
            assertThat(send(server, line, header, CHUNKED).status()).isEqualTo(status);
        }
    }

    @Test
    void bodySentWhileStarting() throws Exception {
        try (Server server = Server.open(setup(limits()))) {
            RawConnection.Answer answer =
                    send(server, "POST /sparql", "Content-Type: application/sparql-query", PLAIN);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.head()).contains("Retry-After");
        }
    }

    @Test
    void bodyOfARateLimitedClient() throws Exception {
        try (Server server = Server.start(setup(limits().requestsPerClient(1)), EDITION)) {
            Waiting.until(() -> refuses(server));

            assertThat(send(server, "POST /", "Accept: */*", PLAIN).status()).isEqualTo(429);
        }
    }

    /** It would be sent in vain: the client waits for a word of the server, and gets it. */
    @Test
    void bodyWithExpectContinue() throws Exception {
        String head = head("POST /sparql", "Expect: 100-continue", PLAIN);

        assertThat(Http.raw(writable.server, head))
                .startsWith("HTTP/1.1 413")
                .contains("errors#body-too-large")
                .doesNotContain("HTTP/1.1 100");
    }

    @Test
    void bodySentWithoutPermission() throws Exception {
        RawConnection.Answer answer =
                send(writable.server, "POST /sparql", "Expect: 100-continue", PLAIN);

        assertThat(answer.status()).isEqualTo(413);
    }

    /** Not even where the answer has no words that are written. */
    @Test
    void aPreflightIsAnsweredBeforeItsBodyArrives() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", writable.server.address().getPort())) {
            socket.setSoTimeout(Math.toIntExact(Limits.DEFAULT.pace().toMillis() / 2));
            String head =
                    head(
                            "OPTIONS /sparql",
                            "Access-Control-Request-Method: GET",
                            "Content-Length: 10");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 204".length());

            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 204");
        }
    }

    @Test
    void endlessBody() throws Exception {
        try (Server server = Server.start(setup(limits().pace(Duration.ofMillis(400))), EDITION);
                Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            String head = head("POST /sparql", "Accept: */*", "Content-Length: " + (1L << 40));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            Waiting.until(() -> !takes(socket));
        }
    }

    private static boolean refuses(Server server) {
        try {
            return Http.get(server, "about", "text/html").statusCode() == 429;
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static boolean takes(Socket socket) {
        try {
            socket.getOutputStream().write(BODY, 0, 1 << 16);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static RawConnection.Answer send(
            Server server, String line, String header, String framing) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head(line, header, framing).getBytes(StandardCharsets.US_ASCII));
            if (framing.equals(CHUNKED)) {
                out.write(
                        (Integer.toHexString(BODY.length) + "\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                out.write(BODY);
                out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } else {
                out.write(BODY);
            }
            socket.shutdownOutput();
            return RawConnection.read(socket.getInputStream());
        }
    }

    private static String head(String line, String header, String framing) {
        return line
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + Writable.TOKEN
                + "\r\n"
                + header
                + "\r\n"
                + framing
                + "\r\n\r\n";
    }

    private static ServerSettings setup(LimitsBuilder limits) {
        return ServerSettings.at("127.0.0.1", 0).with(limits.build());
    }

    private static LimitsBuilder limits() {
        return LimitsBuilder.builder(Limits.DEFAULT);
    }
}
