package districtkg.cli.report;

import districtkg.cli.ProgressReporter;
import districtkg.consistency.IndicatorRelations;
import districtkg.draft.ReportDraft;
import districtkg.draft.overview.DraftOverview;
import districtkg.draft.terms.IndicatorList;
import districtkg.draft.terms.PrintedUnits;
import districtkg.outline.ReportYear;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.source.Sources;
import districtkg.text.ReportFile;
import districtkg.text.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code read}: drafts statements from reports. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description =
                "Drafts statements from government work reports for a person to review. Reads text (UTF-8 or GB18030), HTML, DOCX and PDF.",
        footer = {
            "",
            "Examples:",
            "  read report.txt --place 罗湖区 --year 2022",
            "  read report.pdf --format csv --out drafts",
            "  read reports --out drafts",
            "",
            "With --out, the text to which offsets refer is written beside each draft, and",
            "tables on all reports: what was read and doubted, which indicators the list",
            "lacks, which names may mean the same thing, and which figures disagree.",
            "Exit codes: 0 all files read, 1 some files could not be read, 2 usage error."
        })
public final class ReadCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "REPORT", description = "files or folders")
    private List<Path> reports = List.of();

    @Option(
            names = "--place",
            paramLabel = "PLACE",
            description = "place of the report (default: from the file name)")
    private @Nullable String place;

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            description =
                    "year for which the report plans (default: from the file name or the headings)")
    private @Nullable Integer year;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "TTL")
    private Format format = Format.TTL;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder for the drafts (default: standard output, for one report)")
    private @Nullable Path out;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "data folder with the lists of indicators and units (default: ${DEFAULT-VALUE})",
            defaultValue = "data")
    private Path data = Path.of("data");

    @Spec private CommandSpec spec = CommandSpec.create();

    /** Output formats of a draft. */
    enum Format {
        TTL,
        CSV,
        JSONL
    }

    /** The result of reading one file. */
    private record Done(Path file, Optional<String> failure) {}

    @Override
    public Integer call() {
        List<Path> files = files();
        if (files.size() != 1 && out == null) {
            throw new Problem(
                    Fault.of(
                            "read-out",
                            "%d reports cannot be written to standard output"
                                    .formatted(files.size()),
                            "add  --out DIR"));
        }
        Lists lists = lists();
        if (out == null) {
            ReportDraft draft = draft(files.get(0));
            spec.commandLine().getOut().print(written(draft, lists));
            spec.commandLine().getOut().flush();
            return 0;
        }
        DraftOverview overview = new DraftOverview(lists.units(), lists.indicators());
        List<Done> done;
        PrintWriter err = spec.commandLine().getErr();
        try (ProgressReporter progress = ProgressReporter.ofFiles(files.size(), err)) {
            done =
                    files.parallelStream()
                            .map(
                                    file -> {
                                        Done one = save(file, lists, overview);
                                        progress.step();
                                        return one;
                                    })
                            .toList();
        }
        return told(done, lists, overview);
    }

    /** The shared lists; empty if the data folder has none. */
    private record Lists(
            PrintedUnits units, IndicatorList indicators, IndicatorRelations relations) {}

    private Lists lists() {
        Path lists = data.resolve("lists");
        if (format == Format.JSONL || !Files.isDirectory(lists)) {
            return new Lists(
                    PrintedUnits.NONE,
                    IndicatorList.NONE,
                    IndicatorRelations.of(GraphFactory.createDefaultGraph()));
        }
        Graph graph = Sources.read(List.of(lists)).asserted();
        return new Lists(
                PrintedUnits.of(graph), IndicatorList.of(graph), IndicatorRelations.of(graph));
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path report : reports) {
            if (!Files.isDirectory(report)) {
                files.add(report);
                continue;
            }
            try (Stream<Path> inside = Files.walk(report)) {
                inside.filter(Files::isRegularFile)
                        .filter(ReportFile::isReadable)
                        .sorted()
                        .forEach(files::add);
            } catch (IOException unreadable) {
                throw unreadable(report);
            }
        }
        return files;
    }

    private static Problem unreadable(Path file) {
        return new Problem(
                Fault.at(
                        Location.of(file),
                        "no-such-file",
                        "the report cannot be read",
                        "name a file that exists"));
    }

    private ReportDraft draft(Path file) {
        Text text;
        try {
            text = ReportFile.text(file);
        } catch (IOException unreadable) {
            throw unreadable(file);
        }
        String stem = stem(file);
        int planned =
                Optional.ofNullable(year)
                        .or(() -> ReportYear.of(text, stem))
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                Fault.at(
                                                        Location.of(file),
                                                        "report-year",
                                                        "neither the file name nor the headings state the year",
                                                        "add  --year YEAR")));
        return ReportDraft.of(
                stem.replaceAll("[^\\p{L}\\p{N}-]", "-"),
                Optional.ofNullable(place).orElseGet(() -> placeOf(stem)),
                text,
                planned);
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    }

    /** 罗湖区 of 罗湖区-2022. */
    private static String placeOf(String stem) {
        return stem.replaceAll("[\\d\\s_-]+|年?政府工作报告", "");
    }

    private String written(ReportDraft draft, Lists lists) {
        return switch (format) {
            case TTL -> draft.turtle(lists.units(), lists.indicators());
            case CSV -> draft.table(lists.units(), lists.indicators());
            case JSONL -> draft.jsonLines();
        };
    }

    private Done save(Path file, Lists lists, DraftOverview overview) {
        try {
            ReportDraft draft = draft(file);
            Path folder = Files.createDirectories(Optional.ofNullable(out).orElseThrow());
            String extension = format.name().toLowerCase(Locale.ROOT);
            String stem = stem(file);
            Files.writeString(folder.resolve(stem + "." + extension), written(draft, lists));
            Files.writeString(folder.resolve(stem + ".txt"), draft.text().words());
            overview.add(draft);
            return new Done(file, Optional.empty());
        } catch (Problem problem) {
            return new Done(file, Optional.of(words(problem)));
        } catch (IOException | RuntimeException failed) {
            return new Done(
                    file, Optional.of("error: %s could not be read: %s".formatted(file, failed)));
        }
    }

    /** Writes the overviews of all reports next to their drafts. */
    private void tell(DraftOverview overview, Lists lists) {
        Path folder = Optional.ofNullable(out).orElseThrow();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("overview-reports.csv"), overview.reports());
            Files.writeString(folder.resolve("overview-same-things.csv"), overview.sameThings());
            if (lists.indicators() != IndicatorList.NONE) {
                Files.writeString(
                        folder.resolve("overview-new-indicators.csv"), overview.indicators());
                Files.writeString(
                        folder.resolve("overview-disagreements.csv"),
                        overview.disagreements(lists.relations()));
            }
        } catch (IOException failed) {
            throw new Problem(
                    Fault.at(
                            Location.of(folder),
                            "read-out",
                            "the overview cannot be written: " + failed.getMessage(),
                            "name a folder that can be written to"));
        }
    }

    private static String words(Problem problem) {
        return problem.faults().stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }

    /** Prints how much was read, how much is in doubt, and what was left out. */
    private int told(List<Done> done, Lists lists, DraftOverview overview) {
        PrintWriter told = spec.commandLine().getOut();
        done.forEach(one -> one.failure().ifPresent(spec.commandLine().getErr()::println));
        told.printf(
                Locale.ROOT,
                "%d reports read, %d left. %s%n",
                overview.read(),
                done.size() - overview.read(),
                overview.counts());
        String doubts = overview.doubtsInWords();
        if (!doubts.isEmpty()) {
            told.printf("doubts: %s%n", doubts);
        }
        tell(overview, lists);
        told.flush();
        return overview.read() == done.size() ? 0 : 1;
    }
}
