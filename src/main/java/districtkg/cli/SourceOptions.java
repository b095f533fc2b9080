package districtkg.cli;

import districtkg.edition.Edition;
import districtkg.edition.EditionCache;
import districtkg.problem.Problem;
import districtkg.query.Questions.Question;
import districtkg.source.Sources;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which files a command works on. */
final class SourceOptions {
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

    /** The parsed files. */
    Sources read() {
        return Sources.read(paths());
    }

    /** The ontology, and then the data. */
    private List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        paths.add(ontology);
        paths.addAll(data);
        return paths;
    }

    /** Whether the files are read without validating and deriving. */
    boolean validated() {
        return validated;
    }

    /** The first of the paths of data. */
    Path firstData() {
        return data.getFirst();
    }

    /** The example questions; none where the ontology has none. */
    List<Question> questions() {
        return Edition.questions(ontology);
    }

    /**
     * What is served of them.
     *
     * @throws Problem with every fault, where the sources do not hold to their shapes
     */
    Edition edition(Sources sources) {
        return Edition.of(sources, ontology);
    }

    /**
     * What is served of the files; the kept edition where no file has changed.
     *
     * @param told hears how far the reading of large files has come
     * @throws Problem with every fault, where the sources do not hold to their shapes
     */
    Edition served(PrintWriter told) {
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

    /** The user's cache folder, as the XDG Base Directory Specification has it. */
    private static Path userCache() {
        String named = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path all =
                named.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(named);
        return all.resolve("districtkg");
    }
}
