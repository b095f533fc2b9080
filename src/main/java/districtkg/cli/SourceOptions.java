package districtkg.cli;

import districtkg.derive.Derivation;
import districtkg.derive.Rules;
import districtkg.store.Served;
import districtkg.store.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    Path ontology() {
        return ontology;
    }

    /** The parsed files. */
    Sources read() {
        List<Path> paths = new ArrayList<>();
        paths.add(ontology);
        paths.addAll(data);
        return Sources.read(paths);
    }

    /** The rules of the ontology that these sources use. */
    Rules rules(Sources sources) {
        Path folder =
                Files.isDirectory(ontology)
                        ? ontology.resolve("rules")
                        : ontology.resolveSibling("rules");
        return Rules.in(folder, sources.prefixes());
    }

    /** The data set with all that follows. */
    DatasetGraph serve(Sources sources) {
        return Served.of(sources, Derivation.of(sources.asserted(), rules(sources)));
    }
}
