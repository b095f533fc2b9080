package districtkg.cli;

import districtkg.edition.Edition;
import districtkg.problem.Problem;
import districtkg.query.Questions.Question;
import districtkg.source.Sources;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which files a command works on. */
final class SourceOptions {
    @Option(
            names = "--ontology",
            paramLabel = "PATH",
            description =
                    "the folder of terms, shapes, rules and questions (default: ${DEFAULT-VALUE})",
            defaultValue = "ontology")
    private Path ontology = Path.of("ontology");

    @Option(
            names = "--data",
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "files and folders in any RDF syntax, gzipped too (default: ${DEFAULT-VALUE})",
            defaultValue = "data")
    private List<Path> data = List.of(Path.of("data"));

    @Option(
            names = "--validated",
            description =
                    "the files of --data are whole exports, validated and derived before: loads them as they are, with no other file, fast")
    private boolean validated;

    /** The parsed files. */
    Sources read() {
        List<Path> paths = new ArrayList<>();
        paths.add(ontology);
        paths.addAll(data);
        return Sources.read(paths);
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
     * What is served of the files.
     *
     * @param told hears how far the reading of large files has come
     */
    Edition served(PrintWriter told) {
        if (!validated) {
            return edition(read());
        }
        try (ProgressReporter progress = ProgressReporter.ofReading(data, told)) {
            return Edition.prepared(data, progress::over, ontology);
        }
    }
}
