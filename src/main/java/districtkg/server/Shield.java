package districtkg.server;

import districtkg.limit.Limits;
import districtkg.limit.Patrol;
import districtkg.limit.Turnstile;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;

/** All that keeps one client from taking what the others need. */
final class Shield implements AutoCloseable {
    private static final int NO_LIMIT = -1;

    private final Limits limits;
    private final Turnstile turnstile;
    private final Patrol patrol;

    Shield(Limits limits, MeterRegistry meters) {
        this.limits = limits;
        this.turnstile = new Turnstile(limits);
        this.patrol = new Patrol(limits);
        meters.gauge("districtkg.queries.running", turnstile, Turnstile::running);
        meters.gauge("districtkg.queries.waiting", turnstile, Turnstile::waiting);
    }

    SparqlEndpoint endpoint() {
        return new SparqlEndpoint(limits, turnstile, patrol);
    }

    /** Whether all that was stopped has ended. */
    boolean healthy() {
        return !patrol.stuck();
    }

    void configure(ServerConnector connector) {
        HttpConfiguration http =
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        http.setRequestHeaderSize(limits.header());
        connector.setIdleTimeout(limits.pace().toMillis());
    }

    /** What each request passes. */
    List<Handler.Singleton> handlers() {
        return List.of(new SizeLimitHandler(limits.body(), NO_LIMIT));
    }

    void configure(ServletContextHandler context) {
        context.setMaxFormContentSize(Math.toIntExact(limits.body()));
    }

    @Override
    public void close() {
        patrol.close();
    }
}
