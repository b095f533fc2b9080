package districtkg.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import districtkg.server.Server;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.Map;

/** The client of the protocol's own library, as assistants use it. */
final class Assistants {
    static final ObjectMapper JSON = new ObjectMapper();

    private Assistants() {}

    /** A client of a server, connected. */
    static McpSyncClient of(Server server) {
        return connected(
                HttpClientStreamableHttpTransport.builder(
                                server.address().toString().replaceFirst("/$", ""))
                        .endpoint(McpEndpoint.PATH)
                        .jsonMapper(McpJsonDefaults.getMapper())
                        .build());
    }

    static McpSyncClient connected(McpClientTransport transport) {
        McpSyncClient client =
                McpClient.sync(transport)
                        .jsonSchemaValidator(
                                (schema, value) ->
                                        JsonSchemaValidator.ValidationResponse.asValid(null))
                        .requestTimeout(Duration.ofMinutes(2))
                        .initializationTimeout(Duration.ofMinutes(5))
                        .build();
        client.initialize();
        return client;
    }

    static McpSchema.CallToolResult call(
            McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    }

    /** The answer of a tool as JSON. */
    static JsonNode answer(McpSyncClient client, String tool, Map<String, Object> arguments)
            throws Exception {
        McpSchema.CallToolResult result = call(client, tool, arguments);
        if (Boolean.TRUE.equals(result.isError())) {
            throw new AssertionError(text(result));
        }
        return JSON.readTree(text(result));
    }

    static String text(McpSchema.CallToolResult result) {
        return ((McpSchema.TextContent) result.content().getFirst()).text();
    }
}
