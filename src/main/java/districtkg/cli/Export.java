package districtkg.cli;

import districtkg.store.Sources;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.jena.sparql.core.DatasetGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: everything in one file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes the whole graph, with what the rules derive, into one file. The same data give the same bytes.",
        footer = {
            "",
            "Examples:",
            "  export districtkg.nq.gz",
            "  export districtkg.ttl",
            "",
            "Exit codes: 0 written, 1 the data has faults or the name tells no syntax, 2 wrong words."
        })
public final class Export implements Callable<Integer> {
    @Mixin private SourceOptions files = new SourceOptions();

    @Parameters(
            paramLabel = "FILE",
            description =
                    ".nq or .trig with one graph for each document; .ttl .nt .jsonld .rdf without; .gz after it compresses")
    private Path file = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Sources sources = files.read();
        DatasetGraph data = files.serve(sources);
        districtkg.store.Export.write(data, sources.prefixes(), file);
        spec.commandLine()
                .getOut()
                .printf(Locale.ROOT, "%s: %,d triples%n", file, data.getDefaultGraph().size())
                .flush();
        return 0;
    }
}
