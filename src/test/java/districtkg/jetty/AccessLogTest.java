package districtkg.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.problem.Problem;
import districtkg.server.Http;
import districtkg.server.Logged;
import districtkg.server.Server;
import districtkg.server.ServerSettings;
import districtkg.server.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("reads the log of the whole process")
class AccessLogTest {
    private static final Edition EDITION = Fixture.yunheEdition();

    @TempDir private Path folder;

    @Test
    void eachRequestLeavesALineAndNoneTheTextOfItsQuery() throws Exception {
        List<JsonObject> lines =
                logged(
                        AccessLog.Client.MASKED,
                        false,
                        "GET /id/yunhe.ttl HTTP/1.1\r\nHost: a\r\nAccept: text/turtle",
                        "GET /sparql?query=SECRET HTTP/1.1\r\nHost: a",
                        "GET /search?q=SECRET HTTP/1.1\r\nHost: a\r\nReferer: http://SECRET/\r\nCookie: SECRET");

        JsonObject answered = of("/id/yunhe.ttl", lines);
        JsonObject refused = of("/sparql", lines);
        assertThat(lines).hasSize(3);
        assertThat(answered.toString())
                .contains(
                        "\"method\"", "\"path\"", "\"ms\"", "\"bytes\"", "\"time\"", "\"request\"");
        assertThat(answered.getString("type")).isEqualTo("text/turtle");
        assertThat(answered.getString("client")).isEqualTo("127.0.0.0");
        assertThat(refused.getString("refused")).isEqualTo("bad-query");
        assertThat(refused.get("status").getAsNumber().value().intValue()).isEqualTo(400);
        assertThat(lines.toString()).doesNotContain("SECRET");
    }

    @Test
    void queryTextsAreLoggedOnRequest() throws Exception {
        String form = "query=ASK%7B%7D";
        List<JsonObject> lines =
                logged(
                        AccessLog.Client.NONE,
                        true,
                        "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                + form.length()
                                + "\r\nConnection: close\r\n\r\n"
                                + form);

        assertThat(lines.getFirst().getString("query")).isEqualTo("ASK{}");
        assertThat(lines.getFirst().hasKey("client")).isFalse();
    }

    @Test
    void logLinesCannotBeForged() throws Exception {
        List<JsonObject> lines =
                logged(
                        AccessLog.Client.FULL,
                        true,
                        "GET /a%0d%0a{\"status\":200}%22%1b[31m HTTP/1.1\r\nHost: a",
                        "GET /\"},{\"x\":\"\u0001\u001b\u0085 HTTP/1.1\r\nHost: a",
                        "G\"ET / HTTP/1.1\r\nHost: a",
                        "GET /sparql?query=%0A%0D%22%7D%E2%80%A8%1b HTTP/1.1\r\nHost: a",
                        "GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: x\"\u0001y");

        assertThat(lines).hasSize(5);
        assertThat(Files.readString(folder.resolve("log")).chars())
                .allMatch(
                        character ->
                                character == '\n'
                                        || character >= ' '
                                                && character != 0x85
                                                && character != 0x2028);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "192.0.2.77,192.0.2.0",
        "2001:db8:1:2:3:4:5:6,2001:db8:1:0:0:0:0:0",
        "[2001:db8:1:2::3],2001:db8:1:0:0:0:0:0",
        "unknown,''",
        "999.1.1.1,''"
    })
    void theLastPartOfAnAddressIsLeftOut(String address, String kept) {
        assertThat(AccessLog.Client.MASKED.of(address)).isEqualTo(kept);
        assertThat(AccessLog.Client.NONE.of(address)).isEmpty();
    }

    @Test
    void aClosedConnectionIsOneLineInTheLog() throws Exception {
        Path log = folder.resolve("log");
        List<String> errors =
                Logged.during(
                        () -> {
                            try (Server server =
                                    Server.start(setup(AccessLog.Client.NONE, false), EDITION)) {
                                try (Socket socket =
                                        new Socket("127.0.0.1", server.address().getPort())) {
                                    socket.setSoLinger(true, 0);
                                    OutputStream out = socket.getOutputStream();
                                    out.write(
                                            "GET /sparql?query=SELECT*%7B?s?p?o.?a?b?c%7DLIMIT900000 HTTP/1.1\r\nHost: a\r\n\r\n"
                                                    .getBytes(StandardCharsets.US_ASCII));
                                    assertThat(socket.getInputStream().read()).isEqualTo('H');
                                }
                                Waiting.until(() -> Files.exists(log) && Files.size(log) > 0);
                            }
                        });

        assertThat(Files.readAllLines(log))
                .singleElement()
                .extracting(line -> JSON.parse(line).getBoolean("complete"))
                .isEqualTo(false);
        assertThat(errors).isEmpty();
    }

    @Test
    void aClosedConnectionEndsItsQuery() throws Exception {
        Path log = folder.resolve("log");
        List<String> errors =
                Logged.during(
                        () -> {
                            try (Server server =
                                    Server.start(setup(AccessLog.Client.NONE, false), EDITION)) {
                                Http.raw(
                                        server,
                                        "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 999\r\n\r\nquery=ASK",
                                        true);
                                Http.raw(
                                        server,
                                        "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\nContent-Length: 999\r\n\r\nASK",
                                        true);
                                Waiting.until(() -> Files.readAllLines(log).size() == 2);
                            }
                        });

        assertThat(errors).isEmpty();
    }

    @Test
    void anUnwritableFileIsReported() {
        assertThatThrownBy(
                        () ->
                                new AccessLog.Form(
                                        Optional.of(folder.resolve("none/log")),
                                        AccessLog.Client.NONE,
                                        false))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not-written");
    }

    private ServerSettings setup(AccessLog.Client client, boolean queries) {
        return ServerSettings.at("127.0.0.1", 0)
                .with(new AccessLog.Form(Optional.of(folder.resolve("log")), client, queries));
    }

    /** The line of a request by its path: a line is written when its answer has been sent. */
    private static JsonObject of(String path, List<JsonObject> lines) {
        return lines.stream()
                .filter(line -> line.getString("path").equals(path))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonObject> logged(AccessLog.Client client, boolean queries, String... requests)
            throws IOException {
        try (Server server = Server.start(setup(client, queries), EDITION)) {
            for (String request : requests) {
                Http.raw(
                        server,
                        request.contains("\r\n\r\n")
                                ? request
                                : request + "\r\nConnection: close\r\n\r\n");
            }
        }
        return Files.readAllLines(folder.resolve("log")).stream().map(JSON::parse).toList();
    }
}
