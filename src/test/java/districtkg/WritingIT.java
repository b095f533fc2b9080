package districtkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that writes, in a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "skipped: needs signals")
class WritingIT {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String SLUG = "yunhe-press-2021";

    /** How often the process is killed; more by {@code -Dkills=100}. */
    private static final int KILLS = Integer.getInteger("kills", 3);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir private Path folder;
    private Path document;
    private String first;
    private String second;

    @BeforeEach
    void copy() throws IOException {
        Path data = folder.resolve("data");
        try (Stream<Path> walk = Files.walk(Fixture.YUNHE)) {
            for (Path path : walk.toList()) {
                Files.copy(path, data.resolve(Fixture.YUNHE.relativize(path).toString()));
            }
        }
        Files.writeString(folder.resolve("tokens"), "ann " + TOKEN + "\n");
        Files.setPosixFilePermissions(
                folder.resolve("tokens"), PosixFilePermissions.fromString("rw-------"));
        document = data.resolve(SLUG + ".ttl");
        first = Files.readString(document);
        second = "# Another version.\n" + first.replace(" 3.1 ", " 3.2 ");
        assertThat(graph(second).isIsomorphicWith(graph(first))).isFalse();
    }

    @Test
    void aKilledProcessLeavesTheOldOrTheNewFile() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        String kept = first;
        for (int kill = 0; kill < KILLS; kill++) {
            AtomicReference<String> acknowledged = new AtomicReference<>(kept);
            AtomicReference<String> asked = new AtomicReference<>(kept);
            try (Packaged served = serve()) {
                assertThat(graph(get(served))).matches(graph(kept)::isIsomorphicWith);
                Thread writer = Thread.ofVirtual().start(() -> write(served, asked, acknowledged));
                awaitNot(kept, acknowledged);
                writer.join(random.nextInt(1500));
                served.process().destroyForcibly();
                served.process().onExit().get(30, TimeUnit.SECONDS);
                writer.join();
            }
            kept = Files.readString(document);
            assertThat(kept)
                    .as("seed %d, kill %d", seed, kill)
                    .isIn(acknowledged.get(), asked.get());
            assertThat(Files.readString(folder.resolve("audit.jsonl")))
                    .contains("\"replaced\"")
                    .doesNotContain(TOKEN);
        }
        try (Packaged served = serve()) {
            assertThat(graph(get(served))).matches(graph(kept)::isIsomorphicWith);
            assertThat(folder.resolve("data/.incoming"))
                    .isDirectoryNotContaining(path -> !path.endsWith("lock"));
        }
    }

    @Test
    void aSignalReloadsTheFiles() throws Exception {
        try (Packaged served = serve()) {
            assumeFalse(
                    served.said().contains("SIGHUP is ignored"),
                    "skipped: whoever started this has the signal ignored, as nohup does");
            Files.writeString(document, second);
            hangUp(served);
            awaitServed(served, second);

            Files.writeString(document, "not turtle");
            hangUp(served);
            Files.writeString(document, first);
            hangUp(served);
            awaitServed(served, first);
        }
    }

    private Packaged serve() throws IOException {
        return Packaged.serveSmall(
                folder.resolve("data"),
                "--writable",
                "--tokens",
                folder.resolve("tokens").toString());
    }

    /** Puts one version after the other until the process is gone. */
    private void write(
            Packaged served, AtomicReference<String> asked, AtomicReference<String> acknowledged) {
        try {
            while (true) {
                String next = asked.get().equals(first) ? second : first;
                asked.set(next);
                HttpResponse<String> response =
                        CLIENT.send(
                                HttpRequest.newBuilder(graph(served))
                                        .header("Authorization", "Bearer " + TOKEN)
                                        .header("Content-Type", "text/turtle")
                                        .PUT(BodyPublishers.ofString(next))
                                        .build(),
                                BodyHandlers.ofString());
                if (response.statusCode() != 204) {
                    throw new AssertionError(response.body());
                }
                acknowledged.set(next);
            }
        } catch (IOException killed) {
            // What was asked last may be kept or not.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitNot(String kept, AtomicReference<String> acknowledged) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (acknowledged.get().equals(kept)) {
            assertThat(Instant.now()).as("nothing was written").isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    private void awaitServed(Packaged served, String turtle) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (!graph(get(served)).isIsomorphicWith(graph(turtle))) {
            assertThat(Instant.now())
                    .as("the files were not read again; it said:%n%s", served.said())
                    .isBefore(deadline);
        }
    }

    private static void hangUp(Packaged served) throws Exception {
        String pid = Long.toString(served.process().pid());
        assertThat(new ProcessBuilder("kill", "-HUP", pid).start().waitFor()).isZero();
    }

    private static URI graph(Packaged served) {
        return URI.create(served.address())
                .resolve("/data?graph=https://w3id.org/districtkg/graph/" + SLUG);
    }

    private static String get(Packaged served) throws Exception {
        return CLIENT.send(
                        HttpRequest.newBuilder(graph(served))
                                .header("Accept", "text/turtle")
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE)
                .base("https://w3id.org/districtkg/id/")
                .parse(graph);
        return graph;
    }
}
