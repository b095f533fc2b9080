package districtkg.limit;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops queries that exceed their time limit, and the query that allocated most when memory runs
 * short. Thread-safe.
 */
public final class QueryWatchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueryWatchdog.class);
    private static final long ROUND = 20;

    /** A query that has allocated less than this fraction of the heap is not stopped for memory. */
    private static final int SMALLEST_PART = 20;

    private static final Duration MOMENT = Duration.ofMillis(500);

    /**
     * How long new queries are rejected while a query that was stopped for memory has not ended.
     */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Set<RunningQuery> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().daemon().name("patrol").unstarted(task));
    private final ScheduledFuture<?> next;
    private final MemoryMonitor memory;

    /** Starts watching. */
    public QueryWatchdog(Limits limits) {
        this.next = rounds.scheduleWithFixedDelay(this::round, ROUND, ROUND, TimeUnit.MILLISECONDS);
        this.memory = new MemoryMonitor(limits.memory(), this::stopGreediest, this::stopGreedy);
    }

    /**
     * Watches the query that the calling thread is about to run.
     *
     * @throws Refusal if another query has just been stopped for memory and has not ended
     */
    public RunningQuery watch(Duration time) {
        long now = System.nanoTime();
        for (RunningQuery other : running) {
            if (other.tookTooMuch(now, PAUSE.toNanos())) {
                throw Refusal.of(Reason.BUSY).with("Retry-After", "1");
            }
        }
        RunningQuery watch = new RunningQuery(this, now, time.toNanos());
        running.add(watch);
        return watch;
    }

    /**
     * The number of queries that still run although they were stopped. Their slots are free again.
     */
    public int stuck() {
        long now = System.nanoTime();
        return (int) running.stream().filter(watch -> watch.stuck(now)).count();
    }

    @Override
    public void close() {
        memory.close();
        next.cancel(false);
        rounds.shutdownNow();
    }

    void end(RunningQuery watch) {
        running.remove(watch);
    }

    /**
     * Stops the query that has allocated most memory, unless none has allocated much, or a query
     * that was just stopped is about to release its memory.
     */
    void stopGreediest() {
        long now = System.nanoTime();
        if (running.stream().noneMatch(watch -> watch.stopping(now, MOMENT.toNanos()))) {
            greedy().max(Comparator.comparingLong(RunningQuery::allocated))
                    .ifPresent(QueryWatchdog::stop);
        }
    }

    /** Stops all queries that have allocated much memory. */
    void stopGreedy() {
        greedy().forEach(QueryWatchdog::stop);
    }

    private Stream<RunningQuery> greedy() {
        long much = Runtime.getRuntime().maxMemory() / SMALLEST_PART;
        return running.stream()
                .filter(watch -> watch.stopped().isEmpty() && watch.allocated() > much);
    }

    private static void stop(RunningQuery watch) {
        watch.stop(Reason.TOO_MUCH_MEMORY);
    }

    private void round() {
        for (RunningQuery watch : running) {
            try {
                look(watch, System.nanoTime());
            } catch (Throwable ours) { // the next round must run even if memory is short
                LOG.error("a query could not be stopped", ours);
            }
        }
    }

    private static void look(RunningQuery watch, long now) {
        if (watch.late(now)) {
            watch.stop(Reason.TOO_SLOW);
        }
        if (watch.stuck(now) && watch.toReport()) {
            tell(watch);
            watch.replace();
        }
    }

    private static void tell(RunningQuery watch) {
        StringBuilder stack = new StringBuilder();
        for (StackTraceElement frame : watch.thread().getStackTrace()) {
            stack.append("\n  ").append(frame);
        }
        LOG.error("a query runs on although it was stopped; another may take its place:{}", stack);
    }
}
