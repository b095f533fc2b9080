package districtkg.limit;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.server.Logged;
import districtkg.server.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A query that cannot be stopped is told in the log, and keeps no other from its place. */
@Isolated("reads the log of the whole process")
class QueryWatchdogTest {
    private static final Limits ONE =
            LimitsBuilder.builder(Limits.DEFAULT)
                    .queries(1)
                    .queriesPerClient(1)
                    .patience(Duration.ofSeconds(60))
                    .build();

    @Test
    void aStuckQueryFreesItsSlot() throws Exception {
        FairQueryQueue queue = new FairQueryQueue(ONE);
        AtomicBoolean released = new AtomicBoolean();
        try (QueryWatchdog watchdog = new QueryWatchdog(ONE)) {
            Thread deaf = Thread.ofPlatform().unstarted(() -> work(queue, watchdog, released));
            List<String> told =
                    Logged.during(
                            () -> {
                                deaf.start();
                                Waiting.until(() -> queue.running() == 1);
                                try (FairQueryQueue.Place other = queue.enter("another")) {
                                    assertThat(other).isNotNull();
                                    assertThat(watchdog.stuck()).isEqualTo(1);
                                    assertThat(deaf.isAlive()).isTrue();
                                    assertThat(queue.running()).isEqualTo(1);
                                }
                            });

            assertThat(told)
                    .anySatisfy(
                            line ->
                                    assertThat(line)
                                            .contains("runs on although it was stopped")
                                            .contains("QueryWatchdogTest"));
            released.set(true);
            deaf.join();
            assertThat(watchdog.stuck()).isZero();
            assertThat(queue.running()).isZero();
        }
    }

    /** As an expression does that never looks whether it is interrupted. */
    private static void work(FairQueryQueue queue, QueryWatchdog watchdog, AtomicBoolean released) {
        FairQueryQueue.Place place = queue.enter("deaf");
        try (RunningQuery query = watchdog.watch(Duration.ofMillis(100))) {
            query.onStuck(place::close);
            while (!released.get()) {
                Thread.interrupted();
                LockSupport.parkNanos(1_000_000);
            }
        } finally {
            place.close();
        }
    }
}
