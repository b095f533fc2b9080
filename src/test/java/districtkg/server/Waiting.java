package districtkg.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what other threads do. */
public final class Waiting {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Waiting() {}

    public static void until(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(LONGEST);
        while (!condition.call()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("it did not come true within " + LONGEST);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
