package districtkg.cli.serve;

import districtkg.jetty.AccessLog;
import districtkg.server.ServerSettings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the access log. */
final class LogOptions {
    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description =
                    "writes one line of JSON per request; - for standard error (default: none)")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--log-client",
            paramLabel = "HOW",
            description =
                    "how much of client addresses is logged: none, masked, full (default: ${DEFAULT-VALUE})",
            defaultValue = "masked")
    private AccessLog.Client client = AccessLog.Client.MASKED;

    @Option(names = "--log-queries", description = "logs query texts as well")
    private boolean queries;

    ServerSettings in(ServerSettings setup) {
        return file.map(named -> setup.with(new AccessLog.Form(path(named), client, queries)))
                .orElse(setup);
    }

    private static Optional<Path> path(String named) {
        return named.equals("-") ? Optional.empty() : Optional.of(Path.of(named));
    }
}
