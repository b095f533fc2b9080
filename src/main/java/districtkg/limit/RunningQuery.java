package districtkg.limit;

import districtkg.problem.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One query while it runs, as those see it who may have to stop it. It is stopped by an interrupt
 * of its thread, which Jena looks for between rows, our graphs at each look-up, and our expressions
 * within long texts. The interrupt is repeated until the query has ended, and never outlives it.
 */
public final class RunningQuery implements AutoCloseable {
    private final QueryWatchdog patrol;
    private final Thread thread = Thread.currentThread();
    private final long allocatedBefore;
    private final long deadline;

    private @Nullable Runnable cancel;
    private @Nullable Reason stopped;
    private long stoppedAt;
    private boolean ended;
    private boolean told;

    RunningQuery(QueryWatchdog patrol, long deadline) {
        this.patrol = patrol;
        this.deadline = deadline;
        this.allocatedBefore = ThreadAllocation.of(thread);
    }

    /** A further way to stop it: called once, by a thread that may have to wait. */
    public synchronized void onStop(Runnable further) {
        cancel = further;
        if (stopped != null) {
            further.run();
        }
    }

    /** Why it was stopped, if it was. */
    public synchronized Optional<Reason> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** The query has ended; its thread is free of interrupts. */
    @Override
    public void close() {
        synchronized (this) {
            ended = true;
            if (stopped != null) {
                Thread.interrupted();
            }
        }
        patrol.end(this);
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
                Thread.startVirtualThread(cancel); // Jena's waits for a lock that the query holds
            }
        }
    }

    synchronized boolean late(long now) {
        return stopped != null || now - deadline > 0;
    }

    /** Whether it was stopped a moment ago and has not ended yet. */
    synchronized boolean stopping(long now, long moment) {
        return !ended && stopped != null && now - stoppedAt <= moment;
    }

    /** Whether it was stopped a moment ago because of its memory, and has not given it back yet. */
    synchronized boolean tookTooMuch(long now, long moment) {
        return stopping(now, moment) && stopped == Reason.TOO_MUCH_MEMORY;
    }

    /** Whether it runs on although it was stopped a while ago. */
    synchronized boolean stuck(long now, long grace) {
        return !ended && stopped != null && now - stoppedAt > grace;
    }

    /** True once. */
    synchronized boolean tellStuck() {
        boolean first = !told;
        told = true;
        return first;
    }

    Thread thread() {
        return thread;
    }

    /** Bytes that its thread has taken since it began. */
    long allocated() {
        return ThreadAllocation.of(thread) - allocatedBefore;
    }
}
