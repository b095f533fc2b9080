package districtkg.cli;

import districtkg.edition.Edition;
import districtkg.edition.EditionFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code snapshot}: writes the validated data set with its index to one file. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description =
                "Writes the complete graph to one file in the format of the engine.  serve --snapshot FILE  loads it in seconds, without ontology, data and validation. For other programs use  export.",
        footer = {
            "",
            "Examples:",
            "  snapshot districtkg.snapshot",
            "  snapshot --validated --data nation.nq.gz nation.snapshot",
            "  serve --snapshot districtkg.snapshot",
            "",
            "Exit codes: 0 written, 1 the data has faults (all listed) or the file cannot be written, 2 usage error."
        })
public final class SnapshotCommand implements Callable<Integer> {
    @Mixin private SourceOptions files = new SourceOptions();

    @Parameters(paramLabel = "FILE", description = "the file to write")
    private Path file = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Edition edition = files.served(spec.commandLine().getErr());
        EditionFile.write(edition, file);
        int triples = edition.data().getDefaultGraph().size();
        long bytes = file.toFile().length();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: edition %s, %,d triples, %,d bytes (%.1f bytes per triple)%n",
                        file,
                        edition.version(),
                        triples,
                        bytes,
                        bytes / (double) Math.max(1, triples))
                .flush();
        return 0;
    }
}
