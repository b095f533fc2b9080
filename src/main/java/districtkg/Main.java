package districtkg;

import districtkg.cli.ChangesCommand;
import districtkg.cli.DiffCommand;
import districtkg.cli.ExportCommand;
import districtkg.cli.OntologyCommand;
import districtkg.cli.PublishCommand;
import districtkg.cli.QueryCommand;
import districtkg.cli.SnapshotCommand;
import districtkg.cli.ValidateCommand;
import districtkg.cli.report.ConvertCommand;
import districtkg.cli.report.ImportCommand;
import districtkg.cli.report.PassageCommand;
import districtkg.cli.report.ReadCommand;
import districtkg.cli.report.ReviewCommand;
import districtkg.cli.report.VerifyCommand;
import districtkg.cli.serve.McpCommand;
import districtkg.cli.serve.ServeCommand;
import districtkg.problem.Problem;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: runs the command named by the first argument, and prints any {@link Problem}. */
@Command(
        name = "districtkg",
        description =
                "A knowledge graph of what district governments report and promise, which anyone can query and verify.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            McpCommand.class,
            QueryCommand.class,
            ValidateCommand.class,
            VerifyCommand.class,
            PassageCommand.class,
            ReadCommand.class,
            ReviewCommand.class,
            ImportCommand.class,
            ConvertCommand.class,
            ExportCommand.class,
            SnapshotCommand.class,
            PublishCommand.class,
            DiffCommand.class,
            ChangesCommand.class,
            OntologyCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Every COMMAND has --help.  中文说明: docs/README.zh.md, docs/errors.zh.md",
            "Exit codes: 0 success, 1 problems found, 2 usage error, 70 internal error."
        })
public final class Main {
    private static final int PUT_RIGHT = 1;
    private static final int OUR_FAULT = 70;

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        if ("watch".equals(System.getProperty("districtkg.parent"))) {
            Thread.ofVirtual().start(Main::dieWithParent);
        }
        System.exit(run(System.out, System.err, args));
    }

    /** {@link #main} without the exit, for tests. */
    static int run(PrintStream out, PrintStream err, String... args) {
        PrintWriter errors = new PrintWriter(err, true, StandardCharsets.UTF_8);
        CommandLine program =
                new CommandLine(new Main())
                        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                        .setErr(errors)
                        .setUsageHelpAutoWidth(true)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setExecutionExceptionHandler(
                                (failure, command, parsed) -> tell(failure, errors));
        return args.length == 0 ? program.execute("--help") : program.execute(args);
    }

    private static int tell(Exception failure, PrintWriter errors) {
        if (failure instanceof Problem problem) {
            errors.println(problem.getMessage());
            return PUT_RIGHT;
        }
        failure.printStackTrace(errors);
        errors.println("This is a bug of DistrictKG. Please report it with the lines above.");
        return OUR_FAULT;
    }

    /**
     * Exits when the parent process ends, because a signal to Maven does not reach the program that
     * Maven started.
     */
    private static void dieWithParent() {
        ProcessHandle.current()
                .parent()
                .map(ProcessHandle::onExit)
                .ifPresent(end -> end.thenAccept(parent -> Runtime.getRuntime().exit(143)).join());
    }
}
