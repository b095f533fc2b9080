package districtkg.cli.report;

import districtkg.curation.conversion.SharedFiles;
import districtkg.curation.conversion.ToTable;
import districtkg.curation.conversion.ToTurtle;
import districtkg.graph.AtomicFile;
import districtkg.problem.Problem;
import districtkg.source.Sources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code convert}: a table as Turtle, or a Turtle document as a table. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description =
                "Converts a report or the things of a place between a table (CSV) and Turtle, without loss.",
        footer = {
            "",
            "Examples:",
            "  convert data/reports/440303/2022.csv --out luohu-2022.ttl",
            "  convert luohu-2022.ttl --out data/reports/440303/2022.csv",
            "  convert data/reports/440303/things.csv",
            "",
            "The Turtle of a report is the whole document: its description, sections,",
            "statements and passages. A table has the description in a Turtle file of",
            "the same name beside it. Load either, not both.",
            "What a table cannot hold is listed with line and IRI; nothing is written.",
            "Exit codes: 0 converted, 1 faults, or no table can hold it, 2 usage error."
        })
public final class ConvertCommand implements Callable<Integer> {
    /** The forms of a file. */
    enum Form {
        TTL,
        CSV;

        String extension() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            paramLabel = "FILE",
            description = "a table of data/reports, or a document or things in RDF")
    private Path file = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES} (default: the one that FILE does not have)")
    private @Nullable Form to;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "file to write (default: standard output, for a report without its description)")
    private @Nullable Path out;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder with lists, things and places (default: ${DEFAULT-VALUE})",
            defaultValue = "data")
    private Path data = Path.of("data");

    @Option(
            names = "--ontology",
            paramLabel = "DIR",
            description = "folder of the ontology (default: ${DEFAULT-VALUE})",
            defaultValue = "ontology")
    private Path ontology = Path.of("ontology");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean table = file.toString().endsWith(".csv");
        Form wanted = Optional.ofNullable(to).orElse(table ? Form.TTL : Form.CSV);
        Optional<Path> written = Optional.ofNullable(out);
        if (table == (wanted == Form.CSV)) {
            throw usage(file + (table ? " is a table already" : " is RDF already"));
        }
        if (written.filter(name -> !name.toString().endsWith(wanted.extension())).isPresent()) {
            throw usage("the name after --out does not end with " + wanted.extension());
        }
        SharedFiles shared = new SharedFiles(ontology, data);
        if (wanted == Form.TTL) {
            toTurtle(shared, written);
        } else {
            toTable(shared, written);
        }
        return 0;
    }

    private ParameterException usage(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private void toTurtle(SharedFiles shared, Optional<Path> written) {
        if (written.filter(name -> same(name, ToTurtle.head(file))).isPresent()) {
            throw usage(
                    "%s describes the document of the table and is not overwritten: name another file"
                            .formatted(ToTurtle.head(file)));
        }
        ToTurtle.of(List.of(file), shared).values().forEach(turtle -> write(written, turtle));
    }

    private void toTable(SharedFiles shared, Optional<Path> written) {
        ToTable.Table table = new ToTable(shared).of(file, written);
        write(written, table.csv());
        written.map(ToTurtle::head)
                .filter(head -> !table.head().isEmpty() && !describes(head, table.described()))
                .ifPresent(head -> write(Optional.of(head), table.head()));
    }

    /** Whether a file has the same triples, so that it keeps its form and comments. */
    private static boolean describes(Path head, Graph described) {
        try {
            return Files.exists(head)
                    && Sources.read(List.of(head)).asserted().isIsomorphicWith(described);
        } catch (Problem faulty) {
            return false;
        }
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private void write(Optional<Path> name, String text) {
        if (name.isEmpty()) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        AtomicFile.write(name.get(), to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
        spec.commandLine()
                .getOut()
                .printf(Locale.ROOT, "%s: %,d lines%n", name.get(), text.lines().count())
                .flush();
    }
}
