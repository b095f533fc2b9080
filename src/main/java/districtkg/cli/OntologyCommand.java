package districtkg.cli;

import districtkg.graph.AtomicFile;
import districtkg.graph.GraphReader;
import districtkg.ontology.Reference;
import districtkg.ontology.Terms;
import districtkg.source.Sources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ontology}: writes the reference of the ontology. */
@Command(
        name = "ontology",
        mixinStandardHelpOptions = true,
        description = "Writes the reference of the ontology as Markdown, in Chinese and English.",
        footer = {
            "",
            "Example:",
            "  ontology docs/ontology.md",
            "",
            "Exit codes: 0 written, 1 the files cannot be read or written, 2 usage error."
        })
public final class OntologyCommand implements Callable<Integer> {
    @Mixin private SourceOptions files = new SourceOptions();

    @Parameters(paramLabel = "FILE", description = "the file to write, such as docs/ontology.md")
    private Path file = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Sources sources = files.read();
        String page =
                new Reference(new Terms(new GraphReader(sources.asserted()), sources.prefixes()))
                        .markdown();
        AtomicFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        spec.commandLine().getOut().printf("%s%n", file).flush();
        return 0;
    }
}
