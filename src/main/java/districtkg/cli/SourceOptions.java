package districtkg.cli;

import districtkg.derive.Derivation;
import districtkg.derive.Rules;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.query.QuestionGraph;
import districtkg.query.Questions;
import districtkg.store.Served;
import districtkg.store.Sources;
import districtkg.validate.Validation;
import districtkg.vocab.Dkg;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
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

    /** The parsed files. */
    Sources read() {
        List<Path> paths = new ArrayList<>();
        paths.add(ontology);
        paths.addAll(data);
        return Sources.read(paths);
    }

    /** A folder of the ontology, such as its rules or its questions; it need not exist. */
    Path folder(String name) {
        return Files.isDirectory(ontology) ? ontology.resolve(name) : ontology.resolveSibling(name);
    }

    /**
     * The data set with all that follows from it, and the example questions.
     *
     * @throws Problem with every fault, where the sources do not hold to their shapes
     */
    DatasetGraph serve(Sources sources) {
        List<Fault> faults = Validation.of(sources);
        if (Validation.anyError(faults)) {
            throw new Problem(faults);
        }
        Rules rules = Rules.in(folder("rules"), sources.prefixes());
        return Served.of(
                sources,
                Map.of(
                        Dkg.DERIVED, Derivation.of(sources.asserted(), rules),
                        QuestionGraph.NAME, QuestionGraph.of(Questions.in(folder("questions")))));
    }
}
