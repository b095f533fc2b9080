package districtkg.server;

import districtkg.edition.Edition;
import districtkg.jetty.HealthHandler;
import districtkg.jetty.IpAddress;
import districtkg.problem.Problem;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A second HTTP listener for operators: metrics, health and reload. */
public final class AdminServer extends Handler.Abstract {
    private static final int THREADS = 8;
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final Address address;
    private final HealthHandler health;
    private final Supplier<String> metrics;
    private final Supplier<Edition> reload;

    /**
     * The address to listen on: {@code 127.0.0.1} unless the monitoring system runs on another
     * machine.
     */
    public record Address(String host, int port) {}

    private AdminServer(
            Address address,
            HealthHandler health,
            Supplier<String> metrics,
            Supplier<Edition> reload) {
        this.address = address;
        this.health = health;
        this.metrics = metrics;
        this.reload = reload;
    }

    /** Creates a listener that is not yet started. */
    static Server server(
            Address address,
            HealthHandler health,
            Supplier<String> metrics,
            Supplier<Edition> reload) {
        Server jetty = new Server(new QueuedThreadPool(THREADS));
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector listener =
                new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http));
        listener.setHost(address.host());
        listener.setPort(address.port());
        jetty.addConnector(listener);
        jetty.setHandler(new AdminServer(address, health, metrics, reload));
        return jetty;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Cache-Control", "no-store");
        if (foreign(request)) {
            return say(
                    403,
                    "Ask by the address of this server, and from no page.",
                    response,
                    callback);
        }
        if (health.tells(request, response, callback)) {
            return true;
        }
        return switch (request.getMethod() + " " + request.getHttpURI().getPath()) {
            case "GET /metrics" -> {
                response.getHeaders().put("Content-Type", METRICS);
                Content.Sink.write(response, true, metrics.get(), callback);
                yield true;
            }
            case "POST /reload" -> reload(response, callback);
            default -> say(404, "GET /metrics, GET /healthz, POST /reload", response, callback);
        };
    }

    /**
     * Whether the request comes from a page in a browser. Such a page may have made its own host
     * name resolve to this address (DNS rebinding).
     */
    private boolean foreign(Request request) {
        String host = Request.getServerName(request);
        boolean ours =
                host != null
                        && (host.equals("localhost")
                                || host.equals(address.host())
                                || IpAddress.of(host).isPresent());
        return !ours || request.getHeaders().contains("Origin");
    }

    private boolean reload(Response response, Callback callback) {
        try {
            return say(200, "serves " + reload.get().version(), response, callback);
        } catch (Problem faults) {
            return say(422, String.valueOf(faults.getMessage()), response, callback);
        }
    }

    private static boolean say(int status, String text, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put("Content-Type", "text/plain; charset=utf-8");
        Content.Sink.write(response, true, text + "\n", callback);
        return true;
    }
}
