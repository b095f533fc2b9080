package districtkg.cli.serve;

import districtkg.problem.Problem;
import districtkg.replica.EditionFollower;
import districtkg.replica.EditionOrigin;
import districtkg.replica.EditionSignature;
import districtkg.replica.FolderOrigin;
import districtkg.replica.HttpOrigin;
import districtkg.server.Server;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options for a replica of published editions. */
final class FollowOptions {
    private static final Logger LOG = LoggerFactory.getLogger(FollowOptions.class);
    private static final long MEGABYTE = 1L << 20;

    @Option(
            names = "--follow",
            paramLabel = "URL|DIR",
            description =
                    "serves the edition that  publish DIR  offers there, and switches when it offers another; reads neither --ontology nor --data")
    private @Nullable String origin;

    @Option(
            names = "--follow-every",
            paramLabel = "SECONDS",
            description = "seconds between two checks (default: ${DEFAULT-VALUE})",
            defaultValue = "10")
    private long period = 10;

    @Option(
            names = "--follow-cache",
            paramLabel = "DIR",
            description =
                    "keeps the fetched snapshots, for this replica only; it starts from them if the publisher cannot be reached (default: ${DEFAULT-VALUE})",
            defaultValue = "replica")
    private Path folder = Path.of("replica");

    @Option(
            names = "--follow-key",
            paramLabel = "FILE",
            description =
                    "public Ed25519 key in PEM: editions without a signature of its owner are refused")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--follow-timeout",
            paramLabel = "SECONDS",
            description = "how long fetching a snapshot may take (default: ${DEFAULT-VALUE})",
            defaultValue = "600")
    private long patience = 600;

    @Option(
            names = "--follow-limit",
            paramLabel = "MB",
            description = "a larger snapshot is refused (default: ${DEFAULT-VALUE})",
            defaultValue = "4096")
    private long limit = 4096;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Whether the server is a replica. */
    boolean isReplica() {
        return origin != null;
    }

    /**
     * Serves the edition that is offered, and begins to follow. Blocks until there is one: an
     * origin that cannot be reached yet is tried again.
     */
    void follow(Server server) throws InterruptedException {
        if (period < 1 || patience < 1 || limit < 1) {
            throw wrong("--follow-every, --follow-timeout and --follow-limit must be at least 1");
        }
        EditionFollower follower =
                new EditionFollower(
                        origin(),
                        new EditionFollower.Settings(
                                folder, key.map(EditionSignature::publicKey), limit * MEGABYTE),
                        server::publish,
                        server.metrics());
        server.follow(follower::check);
        while (!checked(server)) {
            Thread.sleep(Duration.ofSeconds(period));
        }
        Thread.ofPlatform().daemon().name("follow").start(() -> follow(server, follower));
    }

    private void follow(Server server, EditionFollower follower) {
        try {
            while (true) {
                Thread.sleep(Duration.ofSeconds(period));
                checked(server);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("{} is not followed any more", follower, stopped);
        }
    }

    /** Checks once; false if it failed, which is logged. */
    private static boolean checked(Server server) {
        try {
            server.reload();
            return true;
        } catch (Problem problem) {
            LOG.error("{}", problem.getMessage());
        } catch (RuntimeException ours) {
            LOG.error("the check for another edition failed", ours);
        }
        return false;
    }

    private EditionOrigin origin() {
        String named = String.valueOf(origin);
        if (!named.contains("://")) {
            return new FolderOrigin(Path.of(named));
        }
        try {
            return new HttpOrigin(URI.create(named), Duration.ofSeconds(patience));
        } catch (IllegalArgumentException noAddress) {
            throw wrong(String.valueOf(noAddress.getMessage()));
        }
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }
}
