package districtkg.cli.report;

import districtkg.curation.ReportImport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: writes confirmed drafts as the tables of reports. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Writes confirmed drafts (reviewed tables of read --format csv) as reports: a head and a table of statements for each, in the folder of its place.",
        footer = {
            "",
            "Example:",
            "  import confirmed/罗湖区-2022.csv --texts reports",
            "",
            "Numbers, units and bounds are read again from the texts. A row that does not",
            "agree is left out and reported.",
            "Exit codes: 0 every row was taken, 1 some were left out or a file is faulty, 2 usage error."
        })
public final class ImportCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "TABLE",
            description = "confirmed drafts, named after place and year")
    private List<Path> tables = List.of();

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            required = true,
            description = "folder with the text of each report, under the name of its table")
    private Path texts = Path.of("");

    @Option(
            names = "--origins",
            paramLabel = "FILE",
            description =
                    "tab-separated table with the source of each text: file, within, repo, commit, path")
    private @Nullable Path origins;

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

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder of the reports (default: ${DEFAULT-VALUE})",
            defaultValue = "data/reports")
    private Path out = Path.of("data/reports");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ReportImport.Result result =
                ReportImport.of(
                        tables,
                        Optional.ofNullable(origins),
                        new ReportImport.Folders(ontology, data, texts, out));
        PrintWriter err = spec.commandLine().getErr();
        result.faults().forEach(err::println);
        err.flush();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "tables imported into %s: %d of %d; faults: %d%n",
                        out,
                        result.reports(),
                        tables.size(),
                        result.faults().size())
                .flush();
        return result.faults().isEmpty() ? 0 : 1;
    }
}
