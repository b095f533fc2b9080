package districtkg.cli.serve;

import districtkg.remote.RemoteDataset;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options for data in another store. */
final class RemoteOptions {
    @Option(
            names = "--remote",
            paramLabel = "URL",
            description =
                    "serves the export that another store holds, fetched once over its SPARQL 1.1 endpoint and again on SIGHUP; reads no --data")
    private @Nullable String remote;

    @Option(
            names = "--remote-timeout",
            paramLabel = "SECONDS",
            description = "how long fetching may take (default: ${DEFAULT-VALUE})",
            defaultValue = "600")
    private long patience = 600;

    @Option(
            names = "--remote-limit",
            paramLabel = "MB",
            description = "more is refused (default: ${DEFAULT-VALUE})",
            defaultValue = "4096")
    private long limit = 4096;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Whether the data are in another store. */
    boolean isRemote() {
        return remote != null;
    }

    /** The data in the other store. */
    RemoteDataset dataset() {
        if (patience < 1 || limit < 1) {
            throw wrong("--remote-timeout and --remote-limit must be at least 1");
        }
        try {
            return new RemoteDataset(
                    URI.create(String.valueOf(remote)), Duration.ofSeconds(patience), limit << 20);
        } catch (IllegalArgumentException noAddress) {
            throw wrong(String.valueOf(noAddress.getMessage()));
        }
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
