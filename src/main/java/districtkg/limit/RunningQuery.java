package districtkg.limit;

import districtkg.problem.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running query, for those that may have to stop it. It is stopped by interrupting its thread.
 * Jena checks the interrupt between rows, indexed graphs at each lookup, and guarded expressions
 * within long strings. The interrupt is repeated until the query has ended, and never affects later
 * work of the thread. Thread-safe.
 */
public final class RunningQuery implements AutoCloseable {
    private final QueryWatchdog watchdog;
    private final Thread thread = Thread.currentThread();
    private final long allocatedBefore;
    private final long deadline;

    /** Nanoseconds that it may run on after it was stopped: half of its time. */
    private final long grace;

    private @Nullable Runnable cancel;
    private Runnable replace = () -> {};
    private @Nullable Reason stopped;
    private long stoppedAt;
    private boolean ended;
    private boolean told;

    RunningQuery(QueryWatchdog watchdog, long now, long time) {
        this.watchdog = watchdog;
        this.deadline = now + time;
        this.grace = time / 2;
        this.allocatedBefore = ThreadAllocation.of(thread);
    }

    /** Adds an action that also stops the query. It is called once, by a thread that may block. */
    public synchronized void onStop(Runnable further) {
        cancel = further;
        if (stopped != null) {
            further.run();
        }
    }

    /**
     * Sets the action for a query that cannot be stopped. It is called once, when the query has
     * exceeded its time limit by half, so that its slot can be released. The thread of the query
     * continues to run.
     */
    public synchronized void onStuck(Runnable replacement) {
        replace = replacement;
    }

    /** Why it was stopped, if it was. */
    public synchronized Optional<Reason> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** Ends the query, and clears the interrupt of its thread. */
    @Override
    public void close() {
        synchronized (this) {
            ended = true;
            if (stopped != null) {
                Thread.interrupted();
            }
        }
        watchdog.end(this);
    }

    synchronized void stop(Reason reason) {
        if (ended) {
            return;
        }
        thread.interrupt();
        if (stopped == null) {
            stopped = reason;
            stoppedAt = System.nanoTime();
            if (cancel != null) {
                Thread.startVirtualThread(
                        cancel); // Jena's method waits for a lock that the query holds
            }
        }
    }

    synchronized boolean late(long now) {
        return stopped != null || now - deadline > 0;
    }

    /** Whether it was stopped recently and has not ended yet. */
    synchronized boolean stopping(long now, long moment) {
        return !ended && stopped != null && now - stoppedAt <= moment;
    }

    /** Whether it was stopped recently for memory and has not ended yet. */
    synchronized boolean tookTooMuch(long now, long moment) {
        return stopping(now, moment) && stopped == Reason.TOO_MUCH_MEMORY;
    }

    /** Whether it runs on although it was stopped a while ago. */
    synchronized boolean stuck(long now) {
        return !ended && stopped != null && now - stoppedAt > grace;
    }

    /** Whether it has not yet been reported as stuck; true at the first call only. */
    synchronized boolean toReport() {
        boolean first = !told && !ended;
        told = true;
        return first;
    }

    /** Releases its slot, unless it has ended since. */
    synchronized void replace() {
        if (!ended) {
            replace.run();
        }
    }

    Thread thread() {
        return thread;
    }

    /** Bytes that its thread has allocated since the query started. */
    long allocated() {
        return ThreadAllocation.of(thread) - allocatedBefore;
    }
}
