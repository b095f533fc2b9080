package districtkg.cli;

import districtkg.edition.Edition;
import districtkg.graph.AtomicFile;
import districtkg.graph.GraphReader;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.publish.Download;
import districtkg.publish.Downloads;
import districtkg.statement.StatementTable;
import districtkg.tidy.ParquetWriter;
import districtkg.tidy.Table;
import districtkg.tidy.Tables;
import districtkg.vocab.Language;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: writes the data set to one file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes the complete graph, derived triples included, to one file; or its statements as a table. The same data give the same bytes.",
        footer = {
            "",
            "Examples:",
            "  export districtkg.nq.gz",
            "  export districtkg.ttl",
            "  export --table statements.csv",
            "  export --table --language zh --bom statements.csv",
            "  export --partitioned statements",
            "  export --download shapes.ttl shapes.ttl",
            "",
            "Exit codes: 0 written, 1 the data has faults or the file name has no known extension, 2 usage error."
        })
public final class ExportCommand implements Callable<Integer> {
    @Mixin private SourceOptions files = new SourceOptions();

    @Option(
            names = "--table",
            description = "writes CSV instead: a header, and one row per statement")
    private boolean table;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description =
                    "language of the headers and names of the table: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "EN")
    private Language language = Language.EN;

    @Option(
            names = "--bom",
            description =
                    "begins the table with a byte order mark; without it Excel misreads Chinese")
    private boolean byteOrderMark;

    @Option(
            names = "--partitioned",
            description =
                    "writes the statements as a folder of Parquet files instead, one for each province and year; the folder must not exist")
    private boolean partitioned;

    @Option(
            names = "--download",
            paramLabel = "NAME",
            description =
                    "writes a file that the server offers at /download/ instead: shapes.ttl, series.parquet, documents/lusong-2020.nq.gz and the like")
    private @Nullable String download;

    @Parameters(
            paramLabel = "FILE",
            description =
                    ".nq or .trig with one graph per document; .ttl .nt .jsonld .rdf without graphs; append .gz to compress")
    private Path file = Path.of("");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Edition edition = files.served(spec.commandLine().getErr());
        DatasetGraph data = edition.data();
        if (Stream.of(table, partitioned, download != null).filter(named -> named).count() > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--table, --partitioned and --download write different files: name one");
        }
        if (download != null) {
            writeDownload(edition, download);
        } else if (partitioned) {
            Table statements =
                    new Tables(new GraphReader(data.getDefaultGraph()))
                            .named("statements")
                            .orElseThrow();
            writePartitioned(statements);
            tell(file, statements.rows().size(), "statements in Parquet files");
        } else if (table) {
            StatementTable statements =
                    new StatementTable(new GraphReader(data.getDefaultGraph()), language);
            AtomicFile.write(file, out -> statements.write(out, byteOrderMark));
            tell(file, statements.size(), "statements, doubted ones included");
        } else {
            districtkg.graph.DatasetExporter.write(data, edition.prefixes(), file);
            tell(file, data.getDefaultGraph().size(), "triples");
        }
        return 0;
    }

    private void writeDownload(Edition edition, String name) {
        Tables tables = new Tables(edition.things());
        Download wanted =
                new Downloads(edition.data(), edition.prefixes(), tables, edition.ontologyFiles())
                        .at(name)
                        .orElseThrow(
                                () ->
                                        new ParameterException(
                                                spec.commandLine(),
                                                "there is no download "
                                                        + name
                                                        + ": SHA256SUMS lists the files of the data set, documents/SHA256SUMS those of the documents"));
        AtomicFile.write(file, wanted::writeTo);
        spec.commandLine()
                .getOut()
                .printf(Locale.ROOT, "%s: %,d bytes%n", file, file.toFile().length())
                .flush();
    }

    private void writePartitioned(Table statements) {
        try {
            ParquetWriter.writePartitioned(statements, file);
        } catch (FileAlreadyExistsException there) {
            throw new Problem(
                    Fault.at(
                            Location.of(file),
                            "folder-exists",
                            "a file or folder of this name exists, and nothing is overwritten",
                            "remove it, or name another"));
        } catch (IOException failed) {
            throw new Problem(
                    Fault.at(
                            Location.of(file),
                            "folder-unwritable",
                            "the Parquet files cannot be written: " + failed.getMessage(),
                            "check that the parent folder exists, may be written and has room"));
        }
    }

    private void tell(Path written, int count, String things) {
        spec.commandLine()
                .getOut()
                .printf(Locale.ROOT, "%s: %,d %s%n", written, count, things)
                .flush();
    }
}
