package districtkg.jetty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Limits the connections of each client, and closes connections on which a request starts but does
 * not arrive in time. Thread-safe.
 */
public final class ConnectionLimits implements Connection.Listener, LifeCycle.Listener {
    private static final long ROUND = 1;

    private final int perClient;
    private final long patience;
    private final Map<InetAddress, Integer> counts = new ConcurrentHashMap<>();
    private final Map<Connection, Progress> open = new ConcurrentHashMap<>();

    /** The client of each connection: a closed connection no longer has a remote address. */
    private final Map<Connection, InetAddress> counted = new ConcurrentHashMap<>();

    private final Scheduler rounds = new ScheduledExecutorScheduler("connections", true);

    /**
     * Limits of one listening address.
     *
     * @param perClient maximum connections of a client; 0 for no limit
     * @param pace maximum time for the headers of a request
     */
    public ConnectionLimits(int perClient, Duration pace) {
        this.perClient = perClient;
        this.patience = pace.toNanos();
    }

    /**
     * @param requests number of complete requests
     * @param bytes bytes received up to the last of them
     * @param since when the first byte of the next request was seen; empty before
     */
    private record Progress(long requests, long bytes, Optional<Long> since) {}

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Progress(0, 0, Optional.empty()));
        client(connection)
                .filter(client -> count(connection, client) > perClient)
                .ifPresent(client -> connection.getEndPoint().close());
    }

    private int count(Connection connection, InetAddress client) {
        counted.put(connection, client);
        return counts.merge(client, 1, Integer::sum);
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
        InetAddress client = counted.remove(connection);
        if (client != null) {
            counts.computeIfPresent(client, (any, count) -> count == 1 ? null : count - 1);
        }
    }

    @Override
    public void lifeCycleStarted(LifeCycle server) {
        LifeCycle.start(rounds);
        next();
    }

    @Override
    public void lifeCycleStopped(LifeCycle server) {
        LifeCycle.stop(rounds);
    }

    private void next() {
        rounds.schedule(
                () -> {
                    open.forEach(this::look);
                    next();
                },
                ROUND,
                TimeUnit.SECONDS);
    }

    private void look(Connection connection, Progress before) {
        long requests = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        boolean answered = connection.getMessagesOut() >= requests;
        if (requests != before.requests() || !answered) {
            open.replace(connection, new Progress(requests, bytes, Optional.empty()));
        } else if (bytes > before.bytes() && before.since().isEmpty()) {
            Optional<Long> now = Optional.of(NanoTime.now());
            open.replace(connection, new Progress(requests, before.bytes(), now));
        } else if (before.since().isPresent() && NanoTime.since(before.since().get()) > patience) {
            connection.getEndPoint().close();
        }
    }

    private Optional<InetAddress> client(Connection connection) {
        return perClient > 0
                        && connection.getEndPoint().getRemoteSocketAddress()
                                instanceof InetSocketAddress from
                        && !from.getAddress().isLoopbackAddress()
                ? Optional.of(from.getAddress())
                : Optional.empty();
    }
}
