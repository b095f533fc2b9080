package districtkg.mcp;

import districtkg.assistant.AssistantTool;
import districtkg.assistant.AssistantTools;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.snapshot.Snapshot;
import districtkg.sparql.BoundedQuery;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code /mcp}: the protocol over streamable HTTP, without sessions. Each call is answered by the
 * snapshot of its request. Libraries are loaded at the first call, so that they cost nothing before
 * it. Thread-safe.
 */
public final class McpEndpoint {
    /** Its address. */
    public static final String PATH = "/mcp";

    private static final String TOOLS = "tools";
    private static final String QUERIES = "queries";

    private final BoundedQuery queries;
    private final int body;
    private @Nullable HttpServletStatelessServerTransport transport;

    /**
     * An endpoint without sessions.
     *
     * @param queries evaluates queries within the limits of the endpoint
     * @param body the greatest number of bytes of a request
     */
    public McpEndpoint(BoundedQuery queries, int body) {
        this.queries = queries;
        this.body = body;
    }

    /** Answers a request, or refuses it if it may come from a page of a browser. */
    public void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!McpOrigin.allows(request)) {
            Snapshot.of(request)
                    .site()
                    .refuse(Refusal.of(Reason.FOREIGN_ORIGIN), request, response);
            return;
        }
        transport(Snapshot.of(request)).service(request, response);
    }

    /** The transport; its list of tools is the same for all snapshots. */
    private synchronized HttpServletStatelessServerTransport transport(Snapshot any) {
        if (transport == null) {
            HttpServletStatelessServerTransport built =
                    HttpServletStatelessServerTransport.builder()
                            .jsonMapper(McpCalls.mapper())
                            .messageEndpoint(PATH)
                            .maxRequestSize(body)
                            .contextExtractor(this::context)
                            .build();
            McpServer.sync(built)
                    .serverInfo(McpCalls.server())
                    .capabilities(McpCalls.CAPABILITIES)
                    .instructions(McpCalls.INSTRUCTIONS)
                    .jsonMapper(McpCalls.mapper())
                    .jsonSchemaValidator(McpCalls.UNCHECKED)
                    .immediateExecution(true)
                    .tools(any.site().assistant().all().stream().map(this::specified).toList())
                    .resources(
                            new SyncResourceSpecification(
                                    McpCalls.model(), (context, read) -> McpCalls.readModel()))
                    .build();
            transport = built;
        }
        return transport;
    }

    private SyncToolSpecification specified(AssistantTool tool) {
        return new SyncToolSpecification(
                McpCalls.tool(tool),
                (context, call) ->
                        McpCalls.call(
                                (AssistantTools) context.get(TOOLS),
                                call.name(),
                                McpCalls.arguments(call),
                                (AssistantTool.QueryRunner) context.get(QUERIES)));
    }

    private McpTransportContext context(HttpServletRequest request) {
        Snapshot snapshot = Snapshot.of(request);
        String client = Objects.toString(request.getRemoteAddr(), "");
        AssistantTool.QueryRunner runner =
                (query, most) ->
                        queries.run(query, snapshot.edition(), snapshot.queries(), client, most);
        return McpTransportContext.create(
                Map.of(TOOLS, snapshot.site().assistant(), QUERIES, runner));
    }
}
