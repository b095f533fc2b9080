package districtkg.cli.report;

import districtkg.consistency.ComparableFigure;
import districtkg.consistency.PublishedFigures;
import districtkg.edit.BearerTokens;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.review.FactComparisons;
import districtkg.review.ReviewExport;
import districtkg.review.ReviewProposals;
import districtkg.review.ReviewSession;
import districtkg.review.draft.ReviewLists;
import districtkg.review.draft.ReviewReport;
import districtkg.review.server.ReviewAccess;
import districtkg.review.server.ReviewServer;
import districtkg.source.Sources;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code review}: opens drafts for persons to confirm, and writes what they accepted. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description =
                "Opens a web application in which people accept, reject and correct the statements of drafts (read --format csv --out DIR). Each decision is saved at once in DIR/decisions.jsonl.",
        footer = {
            "",
            "Examples:",
            "  review drafts",
            "  review drafts --host 192.0.2.7 --tokens tokens.txt",
            "  review drafts --export confirmed",
            "",
            "Exit codes: 0 stopped or written, 1 the folder has faults or is in use, 2 usage error."
        })
public final class ReviewCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            description = "folder with drafts: a table NAME.csv and its text NAME.txt each")
    private Path folder = Path.of("");

    @Option(
            names = "--export",
            paramLabel = "OUT",
            description =
                    "writes the accepted statements, their texts and proposals.csv to a folder, and ends")
    private @Nullable Path out;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port to listen on; 0 for any free one (default: ${DEFAULT-VALUE})",
            defaultValue = "3031")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "address to listen on (default: ${DEFAULT-VALUE}, this machine only); any other needs --tokens",
            defaultValue = "127.0.0.1")
    private String host = "127.0.0.1";

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            description = "file with one line  NAME TOKEN  for each reviewer")
    private @Nullable Path tokens;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "data folder with the lists of indicators and units, and the reviewed figures to compare with (default: ${DEFAULT-VALUE})",
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
        ReviewLists lists = ReviewLists.of(Sources.read(List.of(data.resolve("lists"))).asserted());
        if (out != null) {
            try (ReviewSession session = ReviewSession.open(folder, lists)) {
                return export(session, lists, out);
            }
        }
        ReviewAccess access = access();
        ReviewSession session = ReviewSession.open(folder, lists);
        List<ComparableFigure> published = published(session);
        try (ReviewServer server =
                ReviewServer.start(
                        host,
                        port,
                        session,
                        lists,
                        new FactComparisons(lists, published),
                        access)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "Review %d %s at %s (%s)%n",
                            session.reports().size(),
                            session.reports().size() == 1 ? "report" : "reports",
                            server.address(),
                            folder)
                    .flush();
            server.join();
        }
        return 0;
    }

    /** The reviewed figures of the places whose reports are drafted. */
    private List<ComparableFigure> published(ReviewSession session) {
        Set<String> places =
                session.reports().stream().map(ReviewReport::place).collect(Collectors.toSet());
        List<Path> paths = new ArrayList<>(PlaceFiles.of(data, places));
        paths.add(ontology);
        return PublishedFigures.of(Sources.read(paths).asserted());
    }

    private ReviewAccess access() {
        if (tokens != null) {
            return ReviewAccess.byTokens(BearerTokens.in(tokens)::holder);
        }
        if (!isLoopback()) {
            throw new Problem(
                    Fault.of(
                            "review-tokens",
                            "others can reach " + host + ", and nobody needs a token",
                            "add  --tokens FILE  with a line  NAME TOKEN  for each reviewer, or leave out --host"));
        }
        return ReviewAccess.local();
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private int export(ReviewSession session, ReviewLists lists, Path to) {
        ReviewExport export = new ReviewExport(session);
        export.write(to);
        ReviewExport.write(
                to.resolve("proposals.csv"), ReviewProposals.table(lists, session.all()));
        PrintWriter told = spec.commandLine().getOut();
        export.counts()
                .forEach(
                        (name, counts) ->
                                told.printf(
                                        Locale.ROOT,
                                        "%s: %d accepted, %d rejected, %d open%n",
                                        name,
                                        counts.accepted(),
                                        counts.rejected(),
                                        counts.open()));
        told.flush();
        return 0;
    }
}
