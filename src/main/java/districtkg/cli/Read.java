package districtkg.cli;

import districtkg.extract.Text;
import districtkg.outline.ReportYear;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.read.ReportDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code read}: drafts the statements of a report. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Drafts the statements of a report for a person to confirm.")
public final class Read implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "REPORT", description = "the text of a report")
    private Path report = Path.of("");

    @Option(names = "--place", paramLabel = "PLACE", description = "whose report it is")
    private @Nullable String place;

    @Option(names = "--year", paramLabel = "YEAR", description = "the year that it plans")
    private @Nullable Integer year;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "JSONL")
    private Format format = Format.JSONL;

    /** What a draft is written as. */
    enum Format {
        JSONL
    }

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            Text text = Text.of(Files.readString(report));
            int planned =
                    Optional.ofNullable(year)
                            .or(() -> ReportYear.of(text, report.getFileName().toString()))
                            .orElseThrow(
                                    () ->
                                            new Problem(
                                                    Fault.of(
                                                            "report-year",
                                                            "neither the name of %s nor its headings say of which year it is"
                                                                    .formatted(report),
                                                            "add  --year YEAR")));
            ReportDraft draft =
                    ReportDraft.of(text, Optional.ofNullable(place).orElse(""), planned);
            spec.commandLine().getOut().print(write(draft));
            spec.commandLine().getOut().flush();
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String write(ReportDraft draft) {
        return switch (format) {
            case JSONL -> draft.jsonLines();
        };
    }
}
