package districtkg.mcp;

import districtkg.assistant.AssistantTool;
import districtkg.assistant.AssistantTools;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/** The protocol over standard input and output, for an assistant that starts the program. */
public final class McpStdio {
    private McpStdio() {}

    /** Answers until the input ends. Nothing else may write to the output. */
    public static void serve(
            AssistantTools tools,
            AssistantTool.QueryRunner queries,
            InputStream in,
            OutputStream out)
            throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        McpSyncServer server =
                McpServer.sync(
                                new StdioServerTransportProvider(
                                        McpCalls.mapper(), new Watched(in, ended), out))
                        .serverInfo(McpCalls.server())
                        .capabilities(McpCalls.CAPABILITIES)
                        .instructions(McpCalls.INSTRUCTIONS)
                        .jsonMapper(McpCalls.mapper())
                        .jsonSchemaValidator(McpCalls.UNCHECKED)
                        .tools(
                                tools.all().stream()
                                        .map(tool -> specified(tool, tools, queries))
                                        .toList())
                        .resources(
                                new SyncResourceSpecification(
                                        McpCalls.model(), (exchange, read) -> McpCalls.readModel()))
                        .build();
        ended.await();
        server.closeGracefully();
    }

    private static SyncToolSpecification specified(
            AssistantTool tool, AssistantTools tools, AssistantTool.QueryRunner queries) {
        return new SyncToolSpecification(
                McpCalls.tool(tool),
                (exchange, call) ->
                        McpCalls.call(tools, call.name(), McpCalls.arguments(call), queries));
    }

    /** An input that tells its end. */
    private static final class Watched extends FilterInputStream {
        private final CountDownLatch ended;

        Watched(InputStream in, CountDownLatch ended) {
            super(in);
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            return told(super.read());
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            return told(super.read(bytes, from, most));
        }

        private int told(int read) {
            if (read < 0) {
                ended.countDown();
            }
            return read;
        }
    }
}
