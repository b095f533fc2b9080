package districtkg.cli.serve;

import districtkg.assistant.AssistantTools;
import districtkg.cli.SourceOptions;
import districtkg.edition.Edition;
import districtkg.graph.GraphReader;
import districtkg.limit.FairQueryQueue;
import districtkg.limit.Limits;
import districtkg.limit.QueryWatchdog;
import districtkg.mcp.McpStdio;
import districtkg.query.QueryReader;
import districtkg.query.advice.QueryAdvice;
import districtkg.search.SearchIndex;
import districtkg.snapshot.PerformanceSettings;
import districtkg.snapshot.QueryCache;
import districtkg.sparql.BoundedQuery;
import districtkg.sparql.QuerySettings;
import districtkg.tidy.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.apache.commons.io.output.WriterOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mcp}: answers an assistant that started the program, by standard input and output. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description =
                "Answers an assistant over standard input and output (Model Context Protocol). A running server does the same at /mcp.",
        footer = {
            "",
            "Example, in the configuration of an assistant:",
            "  {\"mcpServers\": {\"districtkg\": {\"command\": \"java\", \"args\": [\"-jar\", \"districtkg.jar\", \"mcp\"]}}}",
            "",
            "Exit codes: 0 the assistant has ended, 1 the data has faults (all listed), 2 usage error."
        })
public final class McpCommand implements Callable<Integer> {
    private static final String CLIENT = "stdio";

    @Mixin private SourceOptions files = new SourceOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Edition edition = files.served(spec.commandLine().getErr());
        GraphReader things = edition.things();
        QueryCache read =
                new QueryCache(
                        new QueryReader(edition.prefixes()),
                        new QueryAdvice(things.graph()),
                        PerformanceSettings.DEFAULT.queries());
        try (QueryWatchdog watchdog = new QueryWatchdog(Limits.DEFAULT);
                OutputStream out =
                        WriterOutputStream.builder()
                                .setWriter(spec.commandLine().getOut())
                                .setCharset(StandardCharsets.UTF_8)
                                .setWriteImmediately(true)
                                .get()) {
            BoundedQuery queries =
                    new BoundedQuery(
                            QuerySettings.of(PerformanceSettings.DEFAULT),
                            Limits.DEFAULT,
                            new FairQueryQueue(Limits.DEFAULT),
                            watchdog);
            McpStdio.serve(
                    new AssistantTools(things, new SearchIndex(things), new Tables(things)),
                    (query, most) -> queries.run(query, edition, read, CLIENT, most),
                    System.in,
                    out);
        }
        return 0;
    }
}
