package districtkg.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class FairQueryQueueTest {
    @Test
    void whoAsksLittleComesBeforeWhoAsksMuch() throws Exception {
        FairQueryQueue turnstile = new FairQueryQueue(limits());
        List<String> came = new CopyOnWriteArrayList<>();
        FairQueryQueue.Place first = turnstile.enter("greedy");
        FairQueryQueue.Place second = turnstile.enter("greedy");
        try (ExecutorService clients = Executors.newCachedThreadPool()) {
            List<Future<?>> waiting =
                    List.of(
                            clients.submit(() -> come(turnstile, "greedy", came)),
                            clients.submit(() -> come(turnstile, "greedy", came)));
            await(turnstile, 2);
            Future<?> modest = clients.submit(() -> come(turnstile, "modest", came));
            await(turnstile, 3);

            first.close();
            modest.get();
            second.close();
            for (Future<?> one : waiting) {
                one.get();
            }
        }

        assertThat(came).startsWith("modest").hasSize(3);
        assertThat(turnstile.running()).isZero();
        assertThat(turnstile.waiting()).isZero();
    }

    private static void come(FairQueryQueue turnstile, String name, List<String> came) {
        FairQueryQueue.Place place = turnstile.enter(name);
        came.add(name);
        place.close();
    }

    private static void await(FairQueryQueue turnstile, int waiting) {
        Instant end = Instant.now().plusSeconds(60);
        while (turnstile.waiting() < waiting && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(turnstile.waiting()).isEqualTo(waiting);
    }

    private static Limits limits() {
        return LimitsBuilder.builder(Limits.DEFAULT)
                .queries(2)
                .queriesPerClient(2)
                .waiting(8)
                .patience(Duration.ofSeconds(60))
                .build();
    }
}
