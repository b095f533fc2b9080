package districtkg.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import districtkg.Fixture;
import districtkg.Shows;
import districtkg.assistant.AssistantTools;
import districtkg.jetty.TrustedProxies;
import districtkg.limit.Limits;
import districtkg.limit.LimitsBuilder;
import districtkg.problem.Reason;
import districtkg.server.Server;
import districtkg.server.ServerSettings;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The protocol over HTTP, with the client of its own library, on the data of Lusong. */
@Shows(Reason.FOREIGN_ORIGIN)
class McpEndpointTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private static Server server;
    private static McpSyncClient client;

    @BeforeAll
    static void start() {
        server = Sites.serve(Fixture.realEdition(), PageSettings.NONE);
        client = Assistants.of(server);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void allToolsAreListedAsReadingOnly() {
        List<McpSchema.Tool> tools = client.listTools().tools();

        assertThat(tools)
                .extracting(McpSchema.Tool::name)
                .containsExactly(
                        "search", "describe", "series", "compare", "promises", "evidence", "query");
        assertThat(tools)
                .allSatisfy(
                        tool -> {
                            assertThat(tool.annotations().readOnlyHint()).isTrue();
                            assertThat(tool.inputSchema()).containsEntry("type", "object");
                        });
        assertThat(client.getServerInstructions()).contains("Cite");
    }

    @Test
    void everyExampleQueryOfTheModelIsAnswered() throws Exception {
        McpSchema.ReadResourceResult read =
                client.readResource(McpSchema.ReadResourceRequest.builder(McpCalls.MODEL).build());
        String model = ((McpSchema.TextResourceContents) read.contents().getFirst()).text();

        assertThat(model).isEqualTo(AssistantTools.model());
        List<String> queries =
                Pattern.compile("```sparql\n(.*?)```", Pattern.DOTALL)
                        .matcher(model)
                        .results()
                        .map(one -> one.group(1))
                        .toList();
        assertThat(queries).hasSizeGreaterThan(2);
        for (String query : queries) {
            assertThat(Assistants.answer(client, "query", Map.of("query", query)).get("columns"))
                    .isNotEmpty();
        }
    }

    @Test
    void aPromiseHasItsVerdictTheReasonTheDateTheEvidenceAndTheSource() throws Exception {
        JsonNode answer =
                Assistants.answer(
                        client,
                        "promises",
                        Map.of("place", "Lusong", "verdict", "keptLate", "limit", 3));

        assertThat(answer.get("total").asInt()).isPositive();
        assertThat(answer.get("caveats")).isNotEmpty();
        for (JsonNode promise : answer.get("promises")) {
            assertThat(promise.get("iri").asText()).startsWith("https://");
            assertThat(promise.get("verdict").asText()).isEqualTo("keptLate");
            assertThat(promise.get("verdict_reason").asText()).isNotBlank();
            assertThat(promise.get("as_of").asText()).matches("[0-9]{4}.*");
            assertThat(promise.at("/source/document").asText()).isNotBlank();
            assertThat(promise.get("evidence")).isNotEmpty();
            JsonNode evidence =
                    Assistants.answer(
                            client, "evidence", Map.of("statement", promise.get("iri").asText()));
            assertThat(evidence.at("/statement/iri")).isEqualTo(promise.get("iri"));
            assertThat(evidence.get("evidence")).isNotEmpty();
        }
    }

    @Test
    void answersAreSmall() throws Exception {
        for (JsonNode answer :
                List.of(
                        Assistants.answer(client, "search", Map.of("text", "机场", "limit", 1000)),
                        Assistants.answer(client, "describe", Map.of("thing", "lusong")),
                        Assistants.answer(client, "series", Map.of("place", "lusong")),
                        Assistants.answer(
                                client, "promises", Map.of("place", "lusong", "limit", 1000)),
                        Assistants.answer(
                                client,
                                "query",
                                Map.of("query", "SELECT * { ?s ?p ?o }", "limit", 1000)))) {
            assertThat(answer.toString()).hasSizeLessThan(100_000);
        }
        JsonNode rows =
                Assistants.answer(
                        client, "query", Map.of("query", "SELECT * { ?s ?p ?o }", "limit", 9));
        assertThat(rows.get("rows")).hasSize(9);
        assertThat(rows.get("more").asBoolean()).isTrue();
    }

    @Test
    void errorsOfCallsAreExplained() {
        assertThat(refusal("promises", Map.of("place", "Atlantis"))).contains("Atlantis");
        assertThat(refusal("promises", Map.of("plaice", "Lusong"))).contains("plaice", "place");
        assertThat(refusal("promises", Map.of("verdict", "broken"))).contains("missed", "kept");
        assertThat(refusal("search", Map.of())).contains("text");
        assertThat(refusal("evidence", Map.of("statement", "lusong"))).contains("statement");
        assertThat(refusal("compare", Map.of("places", "lusong", "indicator", "gdp")))
                .contains("two to six");
        assertThat(refusal("query", Map.of("query", "SELECT nonsense"))).contains("bad-query");
        assertThat(refusal("query", Map.of("query", "DELETE WHERE { ?s ?p ?o }")))
                .contains("bad-query");
        assertThat(
                        refusal(
                                "query",
                                Map.of("query", "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }")))
                .contains("bad-query");
    }

    private static String refusal(String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = Assistants.call(client, tool, arguments);
        assertThat(result.isError()).isTrue();
        return Assistants.text(result);
    }

    @Test
    void queriesHaveTheLimitsOfTheEndpoint() throws Exception {
        Limits strict =
                LimitsBuilder.builder(Limits.DEFAULT)
                        .time(Duration.ofMillis(300))
                        .queryLength(400)
                        .build();
        try (Server bounded =
                        Server.start(
                                ServerSettings.at("127.0.0.1", 0).with(strict),
                                Fixture.realEdition());
                McpSyncClient assistant = Assistants.of(bounded)) {
            McpSchema.CallToolResult slow =
                    Assistants.call(
                            assistant,
                            "query",
                            Map.of(
                                    "query",
                                    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"));
            McpSchema.CallToolResult wordy =
                    Assistants.call(
                            assistant,
                            "query",
                            Map.of("query", "SELECT * { ?s ?p ?o } #" + "x".repeat(500)));

            assertThat(Assistants.text(slow)).startsWith("too-slow");
            assertThat(Assistants.text(wordy)).startsWith("query-too-long");
        }
    }

    @Test
    void theApiHasTheRateLimitOfTheServer() throws Exception {
        Limits strict = LimitsBuilder.builder(Limits.DEFAULT).requestsPerClient(1).build();
        try (Server bounded =
                Server.start(
                        ServerSettings.at("127.0.0.1", 0).with(strict), Fixture.realEdition())) {
            assertThat(
                            java.util.stream.IntStream.range(0, 40)
                                    .map(any -> post(bounded, PING).statusCode()))
                    .contains(200, 429);
        }
    }

    @Test
    void aLargeBodyIsRefused() {
        assertThat(post(server, PING + " ".repeat(2_000_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void pagesOfOtherSitesMayNotCall() {
        assertThat(post(server, PING).statusCode()).isEqualTo(200);
        assertThat(post(server, PING, "Origin", "http://localhost:6274").statusCode())
                .isEqualTo(200);
        assertThat(post(server, PING, "Origin", "https://attacker.example").statusCode())
                .isEqualTo(403);
        assertThat(post(server, PING, "Origin", "null").statusCode()).isEqualTo(403);
    }

    @Test
    void dnsRebindingIsRefused() throws Exception {
        assertThat(status(server, "attacker.example")).contains(" 403 ");
        assertThat(status(server, "localhost")).contains(" 200 ");
        assertThat(status(server, "127.0.0.1:" + server.address().getPort())).contains(" 200 ");
    }

    /** A program on the machine of the server need not go by its public address. */
    @Test
    void aPublicAddressLeavesLocalClientsAndStopsDnsRebinding() throws Exception {
        ServerSettings settings =
                ServerSettings.at("127.0.0.1", 0)
                        .with(
                                new TrustedProxies(
                                        List.of(),
                                        Optional.of(URI.create("https://data.example.org/"))));
        try (Server named = Server.start(settings, Fixture.yunheEdition())) {
            int port = named.address().getPort();
            assertThat(status(named, "127.0.0.1:" + port)).contains(" 200 ");
            assertThat(status(named, "localhost:" + port)).contains(" 200 ");
            assertThat(status(named, "data.example.org")).contains(" 200 ");
            assertThat(status(named, "attacker.example")).contains(" 403 ");
            assertThat(status(named, "attacker.example:" + port)).contains(" 403 ");
            assertThat(status(named, "data.example.org.attacker.example")).contains(" 403 ");
        }
    }

    private static String status(Server server, String host) throws IOException {
        try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
            socket.getOutputStream()
                    .write(
                            ("POST /mcp HTTP/1.1\r\nHost: "
                                            + host
                                            + "\r\nContent-Type: application/json\r\n"
                                            + "Accept: application/json, text/event-stream\r\n"
                                            + "Connection: close\r\nContent-Length: "
                                            + PING.length()
                                            + "\r\n\r\n"
                                            + PING)
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void sessionsOfTheProtocolAreNotOffered() throws Exception {
        HttpResponse<String> got =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(server.address().resolve("/mcp"))
                                        .header("Accept", "text/event-stream")
                                        .build(),
                                BodyHandlers.ofString());

        assertThat(got.statusCode()).isEqualTo(405);
    }

    private static HttpResponse<String> post(Server to, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to.address().resolve("/mcp"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, text/event-stream")
                        .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
