package districtkg.cli;

import districtkg.problem.Fault;
import districtkg.source.Sources;
import districtkg.validate.Validation;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code validate}: lists all faults of all files. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Validates ontology and data against the shapes, and lists every fault with file and line.",
        footer = {
            "",
            "Examples:",
            "  validate",
            "  validate --data data/lists data/things data/documents/lusong",
            "  validate --consistency",
            "",
            "Exit codes: 0 no faults (warnings are possible), 1 faults, all listed on stderr, 2 usage error."
        })
public final class ValidateCommand implements Callable<Integer> {
    @Mixin private SourceOptions files = new SourceOptions();

    @Option(
            names = "--consistency",
            description =
                    "also warns of figures that disagree: level and growth, shares above 100 percent, values about 10,000 times another year's, two values in one report, missed targets")
    private boolean consistency;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Sources sources = files.read();
        List<Fault> faults = new ArrayList<>(Validation.of(sources));
        if (consistency) {
            faults.addAll(ConsistencyWarnings.of(sources));
        }
        PrintWriter err = spec.commandLine().getErr();
        faults.forEach(err::println);
        err.flush();
        long warnings =
                faults.stream().filter(fault -> fault.severity() == Fault.Severity.WARNING).count();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%,d files, %,d triples, %d faults, %d warnings%n",
                        sources.files().size(),
                        sources.asserted().size(),
                        faults.size() - warnings,
                        warnings)
                .flush();
        return Validation.anyError(faults) ? 1 : 0;
    }
}
