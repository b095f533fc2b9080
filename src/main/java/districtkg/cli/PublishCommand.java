package districtkg.cli;

import districtkg.replica.EditionPublisher;
import districtkg.replica.EditionSignature;
import districtkg.replica.Manifest;
import districtkg.replica.PublishedEdition;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code publish}: writes the edition of the files to a folder that replicas follow. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description =
                "Writes a snapshot and a manifest to a folder. Replicas started with  serve --follow  switch to it. Any HTTP server can serve the folder.",
        footer = {
            "",
            "Examples:",
            "  publish editions",
            "  publish --snapshot districtkg.snapshot --sign-key private.pem editions",
            "  publish --rollback editions",
            "",
            "Exit codes: 0 published, 1 the data has faults (all listed) or the folder cannot be written, 2 usage error."
        })
public final class PublishCommand implements Callable<Integer> {
    @Mixin private SourceOptions files = new SourceOptions();

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "previous editions to keep for rollback (default: ${DEFAULT-VALUE})",
            defaultValue = "3")
    private int kept = 3;

    @Option(
            names = "--sign-key",
            paramLabel = "FILE",
            description = "private Ed25519 key in PEM, to sign editions")
    private Optional<Path> key = Optional.empty();

    @Option(
            names = "--rollback",
            description = "publishes the previous edition again, and reads no data")
    private boolean rollback;

    @Option(
            names = "--edition",
            paramLabel = "VERSION",
            description = "with --rollback: the edition to publish (default: the previous one)")
    private @Nullable String edition;

    @Parameters(paramLabel = "DIR", description = "the folder; created if it does not exist")
    private Path folder = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (kept < 0) {
            throw new ParameterException(spec.commandLine(), "--keep must not be negative");
        }
        if (edition != null && !rollback) {
            throw new ParameterException(spec.commandLine(), "--edition needs --rollback");
        }
        EditionPublisher publisher =
                new EditionPublisher(folder, kept, key.map(EditionSignature::privateKey));
        Manifest written =
                rollback
                        ? publisher.rollBack(Optional.ofNullable(edition))
                        : publisher.publish(files.served(spec.commandLine().getErr()));
        List<String> previous = written.previous().stream().map(PublishedEdition::edition).toList();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s offers edition %s (%,d bytes); previous: %s%n",
                        folder,
                        written.current().edition(),
                        written.current().size(),
                        previous.isEmpty() ? "none" : String.join(", ", previous))
                .flush();
        return 0;
    }
}
