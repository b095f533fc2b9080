package districtkg.server;

import districtkg.edit.DocumentService;
import districtkg.edition.Edition;
import districtkg.jetty.AccessLog;
import districtkg.jetty.CorsHandler;
import districtkg.jetty.ErrorResponses;
import districtkg.jetty.HealthHandler;
import districtkg.jetty.ResponseHeaders;
import districtkg.page.Site;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.response.RefusalPage;
import districtkg.snapshot.CurrentSnapshot;
import districtkg.snapshot.Snapshot;
import districtkg.sparql.QuerySettings;
import districtkg.sparql.ResponseCache;
import districtkg.web.PageSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.util.Context;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server. It answers queries at {@code /sparql}, and serves pages and graphs at all other
 * addresses. Documents can be written if a {@link DocumentService} was loaded. Thread-safe.
 */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final AtomicBoolean closed = new AtomicBoolean();
    private final ServerSettings setup;
    private final CurrentSnapshot current = new CurrentSnapshot();
    private final Metrics metrics = new Metrics();
    private final RequestLimits limits;
    private final ResponseCache answers;
    private final RefusalPage refusals;
    private final HealthHandler health;
    private final GracefulHandler graceful = new GracefulHandler();
    private final FusekiServer fuseki;
    private final ServerConnector listener;
    private final Optional<org.eclipse.jetty.server.Server> admin;
    private final RequestDispatcher dispatcher;
    private Supplier<Edition> source = this::edition;
    private volatile Optional<DocumentService> documents = Optional.empty();

    private Server(ServerSettings setup) {
        this.setup = setup;
        this.answers = new ResponseCache(setup.tuning().answers(), metrics.registry());
        this.refusals = new RefusalPage(setup.pages());
        ErrorResponses errors = new ErrorResponses(refusals);
        this.limits = new RequestLimits(setup.limits(), errors, metrics.registry());
        this.health =
                new HealthHandler(
                        errors,
                        limits::healthy,
                        () -> current.get().map(snapshot -> snapshot.edition().version()));
        Context queries = QuerySettings.of(setup.tuning());
        this.dispatcher =
                new RequestDispatcher(
                        current,
                        setup.limits(),
                        answers,
                        limits.endpoint(queries),
                        limits.assistants(queries));
        this.fuseki = FusekiServer.create().port(setup.port()).addFilter("/*", dispatcher).build();
        org.eclipse.jetty.server.Server jetty = fuseki.getJettyServer();
        this.listener = ConnectorFactory.of(jetty, setup);
        jetty.setErrorHandler(errors);
        ServletContextHandler context = (ServletContextHandler) jetty.getHandler();
        context.setErrorHandler(errors);
        limits.configure(context);
        limits.configure(listener);
        jetty.setConnectors(new Connector[] {listener});
        jetty.setRequestLog(logs());
        jetty.setStopTimeout(setup.patience().toMillis());
        handlers().reversed().forEach(jetty::insertHandler);
        metrics.running(this::running);
        this.admin =
                setup.admin()
                        .map(at -> AdminServer.server(at, health, metrics::scrape, this::reload));
    }

    /**
     * Starts to serve an edition, and returns once the server answers.
     *
     * @param host the address to listen on, {@code 127.0.0.1} for this machine only
     * @param port 0 for any free port
     * @param edition the first edition to serve
     * @param pages settings of the pages
     * @throws Problem if the port is in use
     */
    public static Server start(String host, int port, Edition edition, PageSettings pages) {
        return start(ServerSettings.at(host, port).with(pages), edition);
    }

    /** Starts to serve an edition with the given settings. */
    public static Server start(ServerSettings setup, Edition edition) {
        Server server = open(setup);
        server.publish(edition);
        return server;
    }

    /**
     * Starts to listen, and answers every request with 503 until an edition is loaded.
     *
     * @throws Problem if the port is in use
     */
    public static Server open(ServerSettings setup) {
        Server server = new Server(setup);
        try {
            server.listen();
            return server;
        } catch (RuntimeException refused) {
            server.close();
            throw refused;
        }
    }

    private void listen() {
        try {
            fuseki.start();
        } catch (FusekiException refused) {
            throw taken(refused) ? portTaken(setup.host(), setup.port(), "--port") : refused;
        }
        try {
            if (admin.isPresent()) {
                admin.get().start();
            }
        } catch (Exception refused) {
            AdminServer.Address at = setup.admin().orElseThrow();
            throw taken(refused)
                    ? portTaken(at.host(), at.port(), "--admin-port")
                    : new IllegalStateException(refused);
        }
    }

    /** The handlers that each request passes, the outermost first. */
    private List<Handler.Singleton> handlers() {
        List<Handler.Singleton> handlers = new ArrayList<>();
        handlers.add(new ResponseHeaders(setup.proxies()));
        handlers.addAll(limits.outer());
        handlers.addAll(List.of(new CorsHandler(), health, graceful, compression()));
        handlers.addAll(limits.inner());
        return handlers;
    }

    /** The base address: {@code http://127.0.0.1:3030/}. */
    public URI address() {
        String name = setup.host().contains(":") ? "[" + setup.host() + "]" : setup.host();
        String scheme = setup.tls().isPresent() ? "https" : "http";
        return URI.create(scheme + "://" + name + ":" + listener.getLocalPort() + "/");
    }

    /** The address of the administration port; empty if there is none. */
    public Optional<URI> adminAddress() {
        return admin.map(jetty -> jetty.getURI().resolve("/"));
    }

    /** The edition that is served now. */
    public Edition edition() {
        return current.get().orElseThrow().edition();
    }

    /** The pages that are served now. */
    Site site() {
        return current.get().orElseThrow().site();
    }

    /** Serves another edition from the next request on; running requests finish with theirs. */
    public void publish(Edition next) {
        prepare(next).run();
    }

    /**
     * Serves another edition from the next request on.
     *
     * @param began when its loading began, as {@link System#nanoTime} tells
     */
    public void publish(Edition next, long began) {
        prepare(next, began).run();
    }

    /**
     * Serves the edition of a source, and remembers the source for {@link #reload}.
     *
     * @throws Problem with every fault of the source
     */
    public synchronized void load(Supplier<Edition> from) {
        source =
                () -> {
                    long began = System.nanoTime();
                    Edition next = from.get();
                    prepare(next, began).run();
                    return next;
                };
        reload();
    }

    /**
     * Serves the edition of a document service, and enables writing of documents.
     *
     * @throws Problem with every fault of the files
     */
    public synchronized void load(DocumentService writable) {
        documents = Optional.of(writable);
        dispatcher.open(new DocumentHandler(writable, Math.toIntExact(setup.limits().body())));
        source = writable::reload;
        reload();
    }

    /**
     * Serves what a source switches to, from its next check on.
     *
     * @param check serves another edition by {@link #publish(Edition)} if there is one, and returns
     *     the edition that is served
     */
    public synchronized void follow(Supplier<Edition> check) {
        source = check;
    }

    /** The registry of the metrics, for parts outside of the server. */
    public MeterRegistry metrics() {
        return metrics.registry();
    }

    /**
     * Loads the source again and serves its edition.
     *
     * @throws Problem with every fault of the source; the previous edition is still served then
     */
    public synchronized Edition reload() {
        return source.get();
    }

    /**
     * Prepares another edition.
     *
     * @return an action that serves it from the next request on and cannot fail
     */
    public Runnable prepare(Edition next) {
        return prepare(next, System.nanoTime());
    }

    private Runnable prepare(Edition next, long began) {
        Snapshot ready = Snapshot.of(next, setup.pages(), setup.tuning());
        return () -> publish(ready, began);
    }

    /**
     * Serves a snapshot from the next request on.
     *
     * @param began when its preparation began, as {@link System#nanoTime} tells
     */
    void publish(Snapshot ready, long began) {
        current.set(ready);
        answers.forget();
        metrics.serves(ready.edition(), Duration.ofNanos(System.nanoTime() - began));
        health.open();
    }

    /** The number of running requests. */
    long running() {
        return graceful.getCurrentRequestCount();
    }

    /** Blocks until the server has stopped. */
    public void join() {
        fuseki.join();
    }

    /**
     * Says for the drain time that it is not ready, while it still answers; then accepts no more
     * requests, and returns when the running ones have finished or the stop timeout has passed.
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        if (setup.drain().isPositive() && health.drain()) {
            awaitDrain();
        }
        health.close();
        try {
            fuseki.stop();
        } catch (FusekiException late) {
            LOG.warn("stopped before every request had its answer");
        }
        limits.close();
        admin.ifPresent(jetty -> LifeCycle.stop(jetty));
        metrics.close();
        documents.ifPresent(DocumentService::close);
    }

    private void awaitDrain() {
        try {
            Thread.sleep(setup.drain());
        } catch (InterruptedException hurried) {
            LOG.warn("stops before the drain time has passed", hurried);
        }
    }

    private RequestLog logs() {
        return setup.log()
                .<RequestLog>map(form -> new RequestLog.Collection(metrics, accessLog(form)))
                .orElse(metrics);
    }

    private AccessLog accessLog(AccessLog.Form form) {
        AccessLog log = new AccessLog(form);
        fuseki.getJettyServer().addBean(log);
        return log;
    }

    /** Compresses pages, scripts and answers for clients that accept gzip. */
    private CompressionHandler compression() {
        CompressionHandler handler = new CompressionHandler();
        if (setup.tuning().compression()) {
            handler.putCompression(new GzipCompression());
        }
        return handler;
    }

    private static boolean taken(@Nullable Throwable failure) {
        return failure instanceof BindException || (failure != null && taken(failure.getCause()));
    }

    private static Problem portTaken(String host, int port, String option) {
        return new Problem(
                Fault.of(
                        "port-taken",
                        "another program listens at " + host + ":" + port,
                        "stop it, or name another port, for example  "
                                + option
                                + " "
                                + (port + 1)
                                + "  (0 takes any)"));
    }
}
