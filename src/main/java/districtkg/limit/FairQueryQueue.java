package districtkg.limit;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Limits the number of concurrent queries, fairly between clients. When all slots are taken, a
 * query waits. A free slot goes to the client with the fewest running queries, and among these to
 * the one served longest ago, so that a client with many queries does not block others.
 * Thread-safe.
 */
public final class FairQueryQueue {
    private final int places;
    private final int placesPerClient;
    private final int waitingAllowed;
    private final long patience;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private int running;
    private int waiting;

    /**
     * An empty queue.
     *
     * @param limits maximum queries, of all and of one client, and the time in the queue
     */
    public FairQueryQueue(Limits limits) {
        this.places = limits.queries();
        this.placesPerClient = limits.queriesPerClient();
        this.waitingAllowed = limits.waiting();
        this.patience = limits.patience().toNanos();
    }

    /** A slot in the queue; closing it releases the slot, once. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes a slot, waiting if necessary.
     *
     * @throws Refusal if the client has reached its share, or the queue is full
     */
    public Place enter(String name) {
        lock.lock();
        try {
            Client client = clients.computeIfAbsent(name, anyone -> new Client());
            if (running < places && client.running < placesPerClient && client.waiting.isEmpty()) {
                admit(name, client);
            } else {
                await(name, client);
            }
        } finally {
            lock.unlock();
        }
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                leave(name);
            }
        };
    }

    /** The number of running queries. */
    public int running() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /** The number of waiting queries. */
    public int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    private void await(String name, Client client) {
        if (waiting >= waitingAllowed) {
            throw full(name, client, Reason.BUSY);
        }
        if (client.waiting.size() >= Math.max(1, waitingAllowed / 2)) {
            throw full(name, client, Reason.TOO_MANY_REQUESTS);
        }
        Turn turn = new Turn(lock.newCondition());
        client.waiting.add(turn);
        waiting++;
        long left = patience;
        try {
            while (!turn.come && left > 0) {
                left = turn.changed.awaitNanos(left);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (!turn.come) {
            client.waiting.remove(turn);
            waiting--;
            throw full(
                    name,
                    client,
                    client.running >= placesPerClient ? Reason.TOO_MANY_REQUESTS : Reason.BUSY);
        }
    }

    private Refusal full(String name, Client client, Reason reason) {
        forget(name, client);
        long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(patience));
        return Refusal.of(reason).with("Retry-After", Long.toString(seconds));
    }

    private void leave(String name) {
        lock.lock();
        try {
            running--;
            Client client = clients.get(name);
            if (client != null) {
                client.running--;
                forget(name, client);
            }
            if (waiting > 0) {
                next().ifPresent(this::call);
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<Map.Entry<String, Client>> next() {
        return clients.entrySet().stream()
                .filter(entry -> !entry.getValue().waiting.isEmpty())
                .filter(entry -> entry.getValue().running < placesPerClient)
                .min(Comparator.comparingInt(entry -> entry.getValue().running));
    }

    private void call(Map.Entry<String, Client> chosen) {
        Client client = chosen.getValue();
        Turn turn = client.waiting.remove();
        waiting--;
        turn.come = true;
        turn.changed.signal();
        admit(chosen.getKey(), client);
    }

    /** Admits a query of a client, and moves the client behind its equals. */
    private void admit(String name, Client client) {
        running++;
        client.running++;
        clients.remove(name);
        clients.put(name, client);
    }

    private void forget(String name, Client client) {
        if (client.running == 0 && client.waiting.isEmpty()) {
            clients.remove(name);
        }
    }

    private static final class Client {
        private final Deque<Turn> waiting = new ArrayDeque<>();
        private int running;
    }

    private static final class Turn {
        private final Condition changed;
        private boolean come;

        Turn(Condition changed) {
            this.changed = changed;
        }
    }
}
