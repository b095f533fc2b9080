package districtkg.server;

import districtkg.jetty.ConnectionLimits;
import districtkg.jetty.DrainHandler;
import districtkg.jetty.ErrorResponses;
import districtkg.jetty.SlowClientHandler;
import districtkg.limit.FairQueryQueue;
import districtkg.limit.Limits;
import districtkg.limit.QueryWatchdog;
import districtkg.mcp.McpEndpoint;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.sparql.BoundedQuery;
import districtkg.sparql.SparqlEndpoint;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.util.Context;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.server.handler.DoSHandler.LeakingBucketTrackerFactory;
import org.eclipse.jetty.server.handler.SizeLimitHandler;

/** The limits that keep one client from using up the capacity of the others. */
final class RequestLimits implements AutoCloseable {
    private static final int NO_LIMIT = -1;
    private static final int DEFAULT_CLIENTS = -1;

    /** Burst size in seconds of the rate: a page requests its parts at once. */
    private static final int BURST = 10;

    private final Limits limits;
    private final ErrorResponses errors;
    private final FairQueryQueue queue;
    private final QueryWatchdog watchdog;

    RequestLimits(Limits limits, ErrorResponses errors, MeterRegistry meters) {
        this.limits = limits;
        this.errors = errors;
        this.queue = new FairQueryQueue(limits);
        this.watchdog = new QueryWatchdog(limits);
        meters.gauge("districtkg.queries.running", queue, FairQueryQueue::running);
        meters.gauge("districtkg.queries.waiting", queue, FairQueryQueue::waiting);
        meters.gauge("districtkg.queries.stuck", watchdog, QueryWatchdog::stuck);
    }

    SparqlEndpoint endpoint(Context settings) {
        return new SparqlEndpoint(settings, limits, queue, watchdog);
    }

    McpEndpoint assistants(Context settings) {
        return new McpEndpoint(
                new BoundedQuery(settings, limits, queue, watchdog),
                Math.toIntExact(limits.body()));
    }

    /**
     * Whether fewer queries run on although they were stopped than may run at once. Others take
     * their places, so that a single one is no reason for a restart.
     */
    boolean healthy() {
        return watchdog.stuck() < limits.queries();
    }

    void configure(ServerConnector connector) {
        HttpConfiguration http =
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        http.setRequestHeaderSize(limits.header());
        connector.setIdleTimeout(limits.pace().toMillis());
        ConnectionLimits connections =
                new ConnectionLimits(limits.connectionsPerClient(), limits.pace());
        connector.addBean(connections);
        connector.addEventListener(connections);
    }

    /** The handlers that each request passes first, before any other can reject it. */
    List<Handler.Singleton> outer() {
        return List.of(new SlowClientHandler(limits.pace()), new DrainHandler());
    }

    /** The handlers that each request passes last. */
    List<Handler.Singleton> inner() {
        List<Handler.Singleton> handlers = new ArrayList<>();
        if (limits.requestsPerClient() > 0) {
            handlers.add(rate());
        }
        handlers.add(new SizeLimitHandler(limits.body(), NO_LIMIT));
        return handlers;
    }

    private Handler.Singleton rate() {
        Request.Handler refusing =
                (request, response, callback) -> {
                    errors.refuse(
                            Refusal.of(Reason.TOO_MANY_REQUESTS).with("Retry-After", "1"),
                            request,
                            response,
                            callback);
                    return true;
                };
        return new DoSHandler(
                Request::getRemoteAddr,
                new LeakingBucketTrackerFactory(
                        limits.requestsPerClient(),
                        BURST * limits.requestsPerClient(),
                        Duration.ZERO),
                refusing,
                DEFAULT_CLIENTS);
    }

    void configure(ServletContextHandler context) {
        context.setMaxFormContentSize(Math.toIntExact(limits.body()));
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
