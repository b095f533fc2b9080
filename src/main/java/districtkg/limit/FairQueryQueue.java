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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets so many queries run at once. Whoever comes when all places are taken waits a while; a place
 * that gets free goes to the client that has the fewest, and among these to the one that was served
 * longest ago, so that none who asks much keeps others from asking a little.
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

    public FairQueryQueue(Limits limits) {
        this.places = limits.queries();
        this.placesPerClient = limits.queriesPerClient();
        this.waitingAllowed = limits.waiting();
        this.patience = limits.patience().toNanos();
    }

    /** A place at the turnstile; closing it makes room for another. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes a place, waiting for it where need be.
     *
     * @throws Refusal where the client has its share already, or there is no room to wait
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
        return () -> leave(name);
    }

    /** How many queries run. */
    public int running() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
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

    /** Whoever was served last comes last among its equals. */
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
