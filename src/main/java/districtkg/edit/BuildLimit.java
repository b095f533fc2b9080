package districtkg.edit;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits the time of building an edition. A build runs on threads of its own, which are interrupted
 * when the time is over; the graphs that it reads end it then. Thread-safe.
 */
final class BuildLimit {
    private static final Logger LOG = LoggerFactory.getLogger(BuildLimit.class);

    private final Duration time;

    BuildLimit(Duration time) {
        this.time = time;
    }

    /**
     * The result of a build.
     *
     * @throws Refusal if it takes too long
     */
    <T> T within(Supplier<T> build) {
        ForkJoinPool threads = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
        try {
            return CompletableFuture.supplyAsync(build, threads)
                    .get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            stop(threads);
            throw Refusal.of(Reason.CHANGE_TOO_SLOW);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Reason.STOPPING);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Stops a build, and waits for its end, so that builds do not pile up. */
    private void stop(ForkJoinPool threads) {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(time.toNanos() / 2, TimeUnit.NANOSECONDS)) {
                LOG.error("a change is still being validated although it was stopped");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof Error ours) {
            throw ours;
        }
        return cause instanceof RuntimeException ours ? ours : new IllegalStateException(cause);
    }
}
