package districtkg.cli;

import districtkg.edition.Edition;
import districtkg.edition.EditionCache;
import districtkg.edition.EditionFile;
import districtkg.edition.IncrementalBuilder;
import districtkg.problem.Problem;
import districtkg.source.Sources;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options for the input files of a command. */
public final class SourceOptions {
    @Option(
            names = "--ontology",
            paramLabel = "PATH",
            description =
                    "folder with terms, shapes, rules and questions (default: ${DEFAULT-VALUE})",
            defaultValue = "ontology")
    private Path ontology = Path.of("ontology");

    @Option(
            names = "--data",
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "files and folders in any RDF syntax, optionally gzipped (default: ${DEFAULT-VALUE})",
            defaultValue = "data")
    private List<Path> data = List.of(Path.of("data"));

    @Option(
            names = "--validated",
            description =
                    "the files of --data are complete exports, already validated and with derived triples: loads them unchanged and reads no other file")
    private boolean validated;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description =
                    "folder in which the validated graph is cached, so that the next start with unchanged files is fast; 'none' for no cache (default: districtkg in the user's cache folder)")
    private @Nullable Path cache;

    @Option(
            names = "--snapshot",
            paramLabel = "FILE",
            description =
                    "loads what  snapshot FILE  wrote, and reads neither --ontology nor --data")
    private @Nullable Path snapshot;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /**
     * The parsed files.
     *
     * @throws ParameterException if a snapshot was named, which has no files
     */
    public Sources read() {
        if (snapshot != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a snapshot has no source files: name --ontology and --data instead of --snapshot");
        }
        return Sources.read(paths());
    }

    /**
     * The parsed files.
     *
     * @param before what was read before, of which unchanged files are not parsed again
     */
    public Sources read(Sources before) {
        return Sources.read(paths(), before);
    }

    /** The paths of the ontology, then of the data. */
    private List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        paths.add(ontology);
        paths.addAll(data);
        return paths;
    }

    /** Whether the files are read without validation and derivation. */
    public boolean validated() {
        return validated;
    }

    /** Whether a snapshot is loaded instead of files. */
    public boolean ofSnapshot() {
        return snapshot != null;
    }

    /** The folder of {@code --ontology}. */
    public Path ontology() {
        return ontology;
    }

    /** The first path of {@code --data}. */
    public Path firstData() {
        return data.getFirst();
    }

    /**
     * The edition of sources.
     *
     * @throws Problem with every fault, if the sources violate the shapes
     */
    public Edition edition(Sources sources) {
        return Edition.of(sources, ontology);
    }

    /** A builder of editions of sources that change. */
    public IncrementalBuilder builder() {
        return new IncrementalBuilder(ontology);
    }

    /**
     * The edition of the files, from the cache if no file has changed; or that of the snapshot.
     *
     * @param told receives messages about the progress of reading large files
     * @throws Problem with every fault, if the sources violate the shapes, or with the reason why a
     *     snapshot cannot be read
     */
    public Edition served(PrintWriter told) {
        if (snapshot != null) {
            return EditionFile.read(snapshot);
        }
        if (!validated) {
            Path folder = cache == null ? userCache() : cache;
            return folder.equals(Path.of("none"))
                    ? edition(read())
                    : new EditionCache(folder).get(paths(), () -> edition(read()));
        }
        try (ProgressReporter progress = ProgressReporter.ofReading(data, told)) {
            return Edition.prepared(data, progress::over, ontology);
        }
    }

    /** The user's cache folder according to the XDG Base Directory Specification. */
    private static Path userCache() {
        String named = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path all =
                named.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(named);
        return all.resolve("districtkg");
    }
}
