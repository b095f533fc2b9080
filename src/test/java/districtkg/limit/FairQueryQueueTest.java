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
    void lightClientsAreServedFirst() throws Exception {
        FairQueryQueue queue = new FairQueryQueue(limits());
        List<String> came = new CopyOnWriteArrayList<>();
        FairQueryQueue.Place first = queue.enter("greedy");
        FairQueryQueue.Place second = queue.enter("greedy");
        try (ExecutorService clients = Executors.newCachedThreadPool()) {
            List<Future<?>> waiting =
                    List.of(
                            clients.submit(() -> come(queue, "greedy", came)),
                            clients.submit(() -> come(queue, "greedy", came)));
            await(queue, 2);
            Future<?> modest = clients.submit(() -> come(queue, "modest", came));
            await(queue, 3);

            first.close();
            modest.get();
            second.close();
            for (Future<?> one : waiting) {
                one.get();
            }
        }

        assertThat(came).startsWith("modest").hasSize(3);
        assertThat(queue.running()).isZero();
        assertThat(queue.waiting()).isZero();
    }

    private static void come(FairQueryQueue queue, String name, List<String> came) {
        FairQueryQueue.Place place = queue.enter(name);
        came.add(name);
        place.close();
    }

    private static void await(FairQueryQueue queue, int waiting) {
        Instant end = Instant.now().plusSeconds(60);
        while (queue.waiting() < waiting && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(queue.waiting()).isEqualTo(waiting);
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
