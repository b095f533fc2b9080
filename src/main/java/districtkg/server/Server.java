package districtkg.server;

import districtkg.edition.Edition;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.web.Settings;
import java.net.BindException;
import java.net.URI;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * A running server. It answers queries at {@code /sparql}, and pages and graphs at all other
 * addresses; nothing writes.
 */
public final class Server implements AutoCloseable {
    /** Fuseki's own 5 MB cost half of its time in zeroing buffers. */
    private static final int OUTPUT_BUFFER = 32 * 1024;

    private static final int AGGREGATED_OUTPUT = 8 * 1024;
    private static final String TIME_LIMIT = "10000,10000";

    private final FusekiServer fuseki;
    private final String host;
    private final Current live;
    private final Settings settings;

    private Server(FusekiServer fuseki, String host, Current live, Settings settings) {
        this.fuseki = fuseki;
        this.host = host;
        this.live = live;
        this.settings = settings;
    }

    /**
     * Starts and returns once it answers.
     *
     * @param host the address to listen at, {@code 127.0.0.1} unless the world may reach it
     * @param port 0 for any that is free
     * @param edition what is served at first
     * @param settings of the pages
     * @throws Problem where the port is taken
     */
    public static Server start(String host, int port, Edition edition, Settings settings) {
        Current live = new Current(Live.of(edition, settings));
        DatasetGraph none = DatasetGraphZero.create();
        none.getContext().set(ARQ.queryTimeout, TIME_LIMIT);
        none.getContext().set(ARQ.httpServiceAllowed, false);
        FusekiServer fuseki =
                FusekiServer.create()
                        .port(port)
                        .enableCors(true)
                        .registerOperation(Operation.Query, new SparqlEndpoint())
                        .add(
                                "/",
                                DataService.newBuilder(none).addEndpoint(Operation.Query, "sparql"))
                        .addFilter("/*", new Front(live))
                        .build();
        for (Connector connector : fuseki.getJettyServer().getConnectors()) {
            configure((ServerConnector) connector, host);
        }
        fuseki.getJettyServer().insertHandler(compression());
        try {
            fuseki.start();
        } catch (FusekiException refused) {
            fuseki.stop();
            throw taken(refused) ? portTaken(host, port) : refused;
        }
        return new Server(fuseki, host, live, settings);
    }

    /** Where it answers: {@code http://127.0.0.1:3030/}. */
    public URI address() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + fuseki.getPort() + "/");
    }

    /** What is served now. */
    public Edition edition() {
        return live.get().edition();
    }

    /**
     * Serves another edition from the next request on; requests that are running end with theirs.
     */
    public void publish(Edition next) {
        live.set(Live.of(next, settings));
    }

    /** Returns when the server has stopped. */
    public void join() {
        fuseki.join();
    }

    @Override
    public void close() {
        fuseki.stop();
    }

    /** For clients that take gzip: pages, scripts, answers. */
    private static CompressionHandler compression() {
        CompressionHandler handler = new CompressionHandler();
        handler.putCompression(new GzipCompression());
        return handler;
    }

    private static void configure(ServerConnector connector, String host) {
        connector.setHost(host);
        HttpConfiguration http =
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        http.setOutputBufferSize(OUTPUT_BUFFER);
        http.setOutputAggregationSize(AGGREGATED_OUTPUT);
        http.setSendServerVersion(false);
    }

    private static boolean taken(@Nullable Throwable failure) {
        return failure instanceof BindException || (failure != null && taken(failure.getCause()));
    }

    private static Problem portTaken(String host, int port) {
        return new Problem(
                Fault.of(
                        "port-taken",
                        "another program listens at " + host + ":" + port,
                        "stop it, or name another port, for example  --port "
                                + (port + 1)
                                + "  (0 takes any)"));
    }
}
