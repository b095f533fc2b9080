package districtkg.cli.serve;

import districtkg.cli.SourceOptions;
import districtkg.remote.RemoteDataset;
import districtkg.server.Server;
import districtkg.server.ServerSettings;
import districtkg.vocab.Dkg;
import districtkg.web.PageSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: loads the data and serves it until the process is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Serves the graph: pages at /, SPARQL at /sparql, complete graphs at /data. Read-only, unless --writable.",
        footer = {
            "",
            "Examples:",
            "  serve",
            "  serve --text lusong-2020=report.txt --report errors@example.org",
            "  serve --port 8080 --data data more/our-district.ttl.gz",
            "  serve --validated --data nation.nq.gz",
            "  serve --snapshot districtkg.snapshot",
            "  serve --follow https://data.example.org/editions/ --drain-time 10",
            "  serve --remote http://127.0.0.1:8890/sparql",
            "  serve --writable --tokens tokens.txt",
            "",
            "Exit codes: 0 stopped, 1 the data has faults (all listed) or the port is in use, 2 usage error."
        })
public final class ServeCommand implements Callable<Integer> {
    @Mixin private SourceOptions files = new SourceOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port to listen on; 0 for any free one (default: ${DEFAULT-VALUE})",
            defaultValue = "3030")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "address to listen on (default: ${DEFAULT-VALUE}, this machine only)",
            defaultValue = "127.0.0.1")
    private String host = "127.0.0.1";

    @Mixin private ShownText text = new ShownText();

    @Option(
            names = "--report",
            paramLabel = "ADDRESS",
            description = "where readers report errors: an e-mail address or the URL of a form",
            defaultValue = "")
    private String report = "";

    @Option(
            names = "--tiles",
            paramLabel = "URL",
            description = "URL of map tiles, with {z}, {x} and {y} (default: none)",
            defaultValue = "")
    private String tiles = "";

    @Option(
            names = "--checksums",
            paramLabel = "DIR",
            description =
                    "folder that keeps the checksums of all files for download that were created, for each version of the data (default: only those of the current version are known)")
    private Optional<Path> checksums = Optional.empty();

    @Mixin private TlsOptions tls = new TlsOptions();

    @Mixin private ProxyOptions proxies = new ProxyOptions();

    @Mixin private AdminOptions admin = new AdminOptions();

    @Mixin private LogOptions log = new LogOptions();

    @Option(
            names = "--stop-timeout",
            paramLabel = "SECONDS",
            description =
                    "time for running requests to finish when the server is stopped, in seconds (default: ${DEFAULT-VALUE})",
            defaultValue = "15")
    private long patience = 15;

    @Option(
            names = "--drain-time",
            paramLabel = "SECONDS",
            description =
                    "time after SIGTERM in which /healthz/ready is 503 and requests are still answered, so that a balancer stops sending them (default: ${DEFAULT-VALUE})",
            defaultValue = "0")
    private long drain;

    @Mixin private LimitOptions limits = new LimitOptions();

    @Mixin private TuningOptions tuning = new TuningOptions();

    @Mixin private WritingOptions writing = new WritingOptions();

    @Mixin private FollowOptions follow = new FollowOptions();

    @Mixin private RemoteOptions remote = new RemoteOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        try (Server server = Server.open(setup())) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            if (remote.isRemote()
                    && (follow.isReplica() || files.ofSnapshot() || files.validated())) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--remote says where the data are, and so do --follow, --snapshot and --validated: name one");
            }
            if (follow.isReplica()) {
                writing.refuse("--writable changes source files, and a replica has none");
                follow.follow(server);
            } else if (remote.isRemote()) {
                writing.refuse("--writable changes source files, and another store has none");
                RemoteDataset dataset = remote.dataset();
                server.load(() -> dataset.edition(files.ontology()));
            } else {
                writing.load(files, server, limits.limits().change(), spec.commandLine().getErr());
            }
            HangupSignal.reloads(server);
            Graph graph = server.edition().data().getDefaultGraph();
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "DistrictKG answers at %ssparql (%,d documents, %,d statements, %,d triples)%n",
                            server.address(),
                            count(graph, Dkg.DOCUMENT),
                            count(graph, Dkg.STATEMENT),
                            graph.size())
                    .flush();
            server.join();
        }
        return 0;
    }

    private ServerSettings setup() {
        ServerSettings plain =
                ServerSettings.at(host, port)
                        .with(
                                new PageSettings(text.read(), report, tiles)
                                        .keepingChecksums(checksums))
                        .with(limits.limits())
                        .with(tuning.read())
                        .with(Duration.ofSeconds(patience))
                        .draining(Duration.ofSeconds(drain));
        return log.in(admin.in(proxies.in(tls.in(plain))));
    }

    private static long count(Graph graph, Node type) {
        return graph.stream(Node.ANY, RDF.type.asNode(), type).count();
    }
}
