package districtkg.cli.serve;

import districtkg.server.AdminServer;
import districtkg.server.ServerSettings;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the administration port. */
final class AdminOptions {
    @Option(
            names = "--admin-port",
            paramLabel = "N",
            description =
                    "a separate port for GET /metrics (Prometheus), GET /healthz and POST /reload (default: none)")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--admin-host",
            paramLabel = "ADDRESS",
            description = "address of that port (default: ${DEFAULT-VALUE}, this machine only)",
            defaultValue = "127.0.0.1")
    private String host = "127.0.0.1";

    ServerSettings in(ServerSettings setup) {
        return port.map(named -> setup.with(new AdminServer.Address(host, named))).orElse(setup);
    }
}
