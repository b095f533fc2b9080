package districtkg;

import districtkg.cli.Changes;
import districtkg.cli.Diff;
import districtkg.cli.Export;
import districtkg.cli.Ontology;
import districtkg.cli.Passage;
import districtkg.cli.Query;
import districtkg.cli.Read;
import districtkg.cli.Serve;
import districtkg.cli.Validate;
import districtkg.cli.Verify;
import districtkg.problem.Problem;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: runs the command named first, and tells the user of any {@link Problem}. */
@Command(
        name = "districtkg",
        description =
                "What district governments report and promise, as a graph that anyone can query and check.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            Serve.class,
            Query.class,
            Validate.class,
            Verify.class,
            Passage.class,
            Read.class,
            Export.class,
            Diff.class,
            Changes.class,
            Ontology.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Each COMMAND answers --help.",
            "Exit codes: 0 all is well, 1 something to put right, 2 wrong words, 70 a fault of ours."
        })
public final class Main {
    private static final int PUT_RIGHT = 1;
    private static final int OUR_FAULT = 70;

    private Main() {}

    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        if ("watch".equals(System.getProperty("districtkg.parent"))) {
            Thread.ofVirtual().start(Main::dieWithParent);
        }
        System.exit(run(System.out, System.err, args));
    }

    /** Everything but the exit, so that tests can call it. */
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
        errors.println(
                "This is a fault of the program, not yours: please report it with the lines above.");
        return OUR_FAULT;
    }

    /**
     * A signal to Maven does not reach the program that Maven started, so it watches for the end of
     * its parent.
     */
    private static void dieWithParent() {
        ProcessHandle.current()
                .parent()
                .map(ProcessHandle::onExit)
                .ifPresent(end -> end.thenAccept(parent -> Runtime.getRuntime().exit(143)).join());
    }
}
