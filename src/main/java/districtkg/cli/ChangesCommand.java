package districtkg.cli;

import districtkg.publish.DatasetDelta;
import districtkg.vocab.Dkg;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code changes}: compares two versions of the data set. */
@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        description =
                "Compares two exported files and lists every added and removed fact, document by document. Changes of the VoID description are only counted.",
        footer = {
            "",
            "Examples:",
            "  changes earlier.nq.gz later.nq.gz",
            "  changes --patch earlier.nq.gz later.nq.gz",
            "",
            "Exit codes: 0 compared, 1 a file is missing or cannot be read, 2 usage error."
        })
public final class ChangesCommand implements Callable<Integer> {
    @Option(
            names = "--patch",
            description = "prints an RDF patch from the earlier to the later file")
    private boolean patch;

    @Parameters(index = "0", paramLabel = "EARLIER", description = "a file written by export")
    private Path earlier = Path.of("");

    @Parameters(index = "1", paramLabel = "LATER", description = "a later one")
    private Path later = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        DatasetDelta delta = DatasetDelta.between(earlier, later);
        PrintWriter out = spec.commandLine().getOut();
        if (patch) {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            delta.patch(written);
            out.print(written.toString(StandardCharsets.UTF_8));
        } else {
            delta.graphs().forEach(graph -> tell(graph, delta, out));
            out.printf(
                    Locale.ROOT,
                    "%,d added, %,d taken out%n",
                    delta.added().size(),
                    delta.removed().size());
        }
        out.flush();
        return 0;
    }

    private static void tell(Node graph, DatasetDelta delta, PrintWriter out) {
        List<Quad> added = of(graph, delta.added());
        List<Quad> removed = of(graph, delta.removed());
        out.printf(
                Locale.ROOT,
                "%s: %,d added, %,d taken out%n",
                graph.getURI().replace(Dkg.GRAPH, ""),
                added.size(),
                removed.size());
        if (!graph.equals(Dkg.VOID)) {
            removed.forEach(quad -> out.println("- " + line(quad)));
            added.forEach(quad -> out.println("+ " + line(quad)));
        }
        out.println();
    }

    private static List<Quad> of(Node graph, List<Quad> quads) {
        return quads.stream().filter(quad -> quad.getGraph().equals(graph)).toList();
    }

    private static String line(Quad quad) {
        return NodeFmtLib.strNodesNT(quad.getSubject(), quad.getPredicate(), quad.getObject());
    }
}
