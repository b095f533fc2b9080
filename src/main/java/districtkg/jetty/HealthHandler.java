package districtkg.jetty;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Health checks. Rejects other requests until there is data to answer them, and while the server
 * stops.
 */
public final class HealthHandler extends Handler.Wrapper {
    private static final String HEALTH = "/healthz";
    private static final String WAIT = "5";

    private enum State {
        STARTING,
        READY,
        DRAINING,
        STOPPING,
        STUCK
    }

    private final ErrorResponses errors;
    private final BooleanSupplier alive;
    private final Supplier<Optional<String>> edition;
    private volatile State state = State.STARTING;

    /**
     * Creates a handler that rejects requests until {@link #open}.
     *
     * @param alive whether the process works; if not, it should be restarted
     * @param edition version of the edition that is served, if there is one
     */
    public HealthHandler(
            ErrorResponses errors, BooleanSupplier alive, Supplier<Optional<String>> edition) {
        this.errors = errors;
        this.alive = alive;
        this.edition = edition;
    }

    /** Accepts requests from now on, unless the server is stopping. */
    public synchronized void open() {
        if (state == State.STARTING) {
            state = State.READY;
        }
    }

    /**
     * Answers health checks from now on as if the server were stopping, and other requests as
     * before, so that a balancer sends no more of them.
     *
     * @return false if it was not ready, and so has nothing to drain
     */
    public synchronized boolean drain() {
        if (state != State.READY) {
            return false;
        }
        state = State.DRAINING;
        return true;
    }

    /** Answers from now on that the server is stopping. */
    public synchronized void close() {
        state = State.STOPPING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (tells(request, response, callback)) {
            return true;
        }
        switch (state) {
            case STARTING ->
                    errors.refuse(
                            Refusal.of(Reason.STARTING).with("Retry-After", WAIT),
                            request,
                            response,
                            callback);
            case STOPPING ->
                    errors.refuse(
                            Refusal.of(Reason.STOPPING)
                                    .with("Retry-After", WAIT)
                                    .with("Connection", "close"),
                            request,
                            response,
                            callback);
            default -> {
                if (state == State.DRAINING) {
                    response.getHeaders().put("Connection", "close");
                }
                return super.handle(request, response, callback);
            }
        }
        return true;
    }

    /** Answers a health check; false if the request is not one. */
    public boolean tells(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        return path != null && path.startsWith(HEALTH) && tells(path, response, callback);
    }

    private boolean tells(String path, Response response, Callback callback) {
        boolean live = alive.getAsBoolean();
        boolean ready = state == State.READY;
        State shown = live ? state : State.STUCK;
        return switch (path) {
            case HEALTH -> tell(shown, live && ready, response, callback);
            case HEALTH + "/live" -> tell(shown, live, response, callback);
            case HEALTH + "/ready" -> tell(state, ready, response, callback);
            default -> false;
        };
    }

    private boolean tell(State told, boolean well, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("Content-Type", "application/json");
        headers.put("Cache-Control", "no-store");
        if (!well) {
            headers.put("Retry-After", WAIT);
        }
        response.setStatus(well ? 200 : 503);
        String word = told.name().toLowerCase(Locale.ROOT);
        String serves = edition.get().map(version -> ",\"edition\":\"" + version + "\"").orElse("");
        Content.Sink.write(
                response, true, "{\"status\":\"" + word + "\"" + serves + "}\n", callback);
        return true;
    }
}
