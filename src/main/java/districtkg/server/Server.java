package districtkg.server;

import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.query.KnownTerms;
import districtkg.query.QueryReader;
import districtkg.store.Things;
import districtkg.web.Settings;
import districtkg.web.Site;
import jakarta.servlet.Filter;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * A running server. It answers queries at {@code /sparql} and gives whole graphs at {@code /data};
 * nothing writes.
 */
public final class Server implements AutoCloseable {
    /** Fuseki's own 5 MB cost half of its time in zeroing buffers. */
    private static final int OUTPUT_BUFFER = 32 * 1024;

    private static final int AGGREGATED_OUTPUT = 8 * 1024;
    private static final String TIME_LIMIT = "10000,10000";

    private final FusekiServer fuseki;
    private final String host;

    private Server(FusekiServer fuseki, String host) {
        this.fuseki = fuseki;
        this.host = host;
    }

    /** Starts with pages, but without example questions and with nothing configured. */
    public static Server start(String host, int port, DatasetGraph data, PrefixMapping known) {
        Things things = new Things(data.getDefaultGraph());
        return start(host, port, data, known, new Site(things, known, List.of(), Settings.NONE));
    }

    /**
     * Starts and returns once it answers.
     *
     * @param host the address to listen at, {@code 127.0.0.1} unless the world may reach it
     * @param port 0 for any that is free
     * @param data is not changed, and must not be while the server runs
     * @param known the prefixes that queries may leave out
     * @param pages answers all other addresses
     * @throws Problem where the port is taken
     */
    public static Server start(
            String host, int port, DatasetGraph data, PrefixMapping known, Filter pages) {
        data.getContext().set(ARQ.queryTimeout, TIME_LIMIT);
        data.getContext().set(ARQ.httpServiceAllowed, false);
        FusekiServer fuseki =
                FusekiServer.create()
                        .port(port)
                        .enableCors(true)
                        .registerOperation(
                                Operation.Query,
                                new SparqlEndpoint(
                                        new QueryReader(known),
                                        new KnownTerms(data.getDefaultGraph())))
                        .add(
                                "/",
                                DataService.newBuilder(data)
                                        .addEndpoint(Operation.Query, "sparql")
                                        .addEndpoint(Operation.GSP_R, "data"))
                        .addFilter("/*", pages)
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
        return new Server(fuseki, host);
    }

    /** Where it answers: {@code http://127.0.0.1:3030/}. */
    public URI address() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + fuseki.getPort() + "/");
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
