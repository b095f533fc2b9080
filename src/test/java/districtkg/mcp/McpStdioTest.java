package districtkg.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command {@code mcp}, started by the client of the protocol's own library. */
class McpStdioTest {
    @Test
    void anAssistantStartsTheProgramAndAsksIt() throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                "districtkg.Main",
                                "mcp",
                                "--cache",
                                "none",
                                "--data"));
        Fixture.LUSONG.stream().map(Path::toString).forEach(arguments::add);
        ServerParameters program =
                ServerParameters.builder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString())
                        .args(arguments)
                        .build();

        try (McpSyncClient client =
                Assistants.connected(
                        new StdioClientTransport(program, McpJsonDefaults.getMapper()))) {
            assertThat(client.listTools().tools()).hasSize(7);
            assertThat(
                            Assistants.answer(
                                            client,
                                            "search",
                                            Map.of("text", "芦淞区", "language", "zh"))
                                    .at("/results/0/iri")
                                    .asText())
                    .endsWith("/id/lusong");
            assertThat(
                            Assistants.answer(client, "query", Map.of("query", "ASK { ?s ?p ?o }"))
                                    .get("answer")
                                    .asBoolean())
                    .isTrue();
        }
    }
}
