package districtkg.review.server;

import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.review.FactComparisons;
import districtkg.review.ReviewSession;
import districtkg.review.draft.ReviewLists;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A running web application for reviewers. Closing it stops it and closes the session. */
public final class ReviewServer implements AutoCloseable {
    private static final int THREADS = 16;

    private final Server jetty;
    private final ServerConnector connector;
    private final ReviewSession session;

    private ReviewServer(Server jetty, ServerConnector connector, ReviewSession session) {
        this.jetty = jetty;
        this.connector = connector;
        this.session = session;
    }

    /**
     * Starts the server.
     *
     * @param host address to listen on
     * @param port 0 for any free port
     * @throws Problem if the port is in use
     */
    public static ReviewServer start(
            String host,
            int port,
            ReviewSession session,
            ReviewLists lists,
            FactComparisons comparisons,
            ReviewAccess access) {
        Server jetty = new Server(new QueuedThreadPool(THREADS));
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector =
                new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(
                new ServletHolder(new ReviewServlet(session, lists, comparisons, access)), "/*");
        jetty.setHandler(context);
        try {
            jetty.start();
        } catch (Exception failed) {
            LifeCycle.stop(jetty);
            throw failure(failed, host, port);
        }
        return new ReviewServer(jetty, connector, session);
    }

    private static RuntimeException failure(Exception failed, String host, int port) {
        boolean taken =
                failed instanceof BindException
                        || (failed instanceof IOException
                                && failed.getCause() instanceof BindException);
        return taken
                ? new Problem(
                        Fault.of(
                                "port-taken",
                                "another program listens at " + host + ":" + port,
                                "stop it, or name another port, for example  --port "
                                        + (port + 1)
                                        + "  (0 takes any)"))
                : new IllegalStateException(failed);
    }

    /** Its address: {@code http://127.0.0.1:3031/}. */
    public URI address() {
        String host = connector.getHost();
        return URI.create(
                "http://"
                        + (host.contains(":") ? "[" + host + "]" : host)
                        + ":"
                        + connector.getLocalPort()
                        + "/");
    }

    /** Blocks until the server has stopped. */
    public void join() {
        try {
            jetty.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        LifeCycle.stop(jetty);
        session.close();
    }
}
