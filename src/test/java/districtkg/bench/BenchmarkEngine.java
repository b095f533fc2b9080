package districtkg.bench;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ResultSetFactory;

/** A server in a process of its own, with what it costs. */
final class BenchmarkEngine implements AutoCloseable {
    /** Of the clock that Linux counts processor time by. */
    private static final double MILLIS_PER_TICK = 10;

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final String name;
    private final Process process;
    private final URI endpoint;
    private final Duration start;

    private BenchmarkEngine(String name, Process process, URI endpoint, Duration start) {
        this.name = name;
        this.process = process;
        this.endpoint = endpoint;
        this.start = start;
    }

    /**
     * Starts one, and returns once it answers.
     *
     * @param command the program and its words, with {@code PORT} for its port
     * @param path of its endpoint, and what goes before a query where it needs more
     * @param log what it tells
     */
    static BenchmarkEngine start(String name, List<String> command, String path, Path log)
            throws IOException, InterruptedException {
        int port = free();
        return at(
                port,
                name,
                command.stream().map(word -> word.replace("PORT", Integer.toString(port))).toList(),
                path,
                log);
    }

    /** The same where the command says otherwise at which port it is to listen. */
    static BenchmarkEngine at(int port, String name, List<String> command, String path, Path log)
            throws IOException, InterruptedException {
        Instant begun = Instant.now();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        URI endpoint = URI.create("http://127.0.0.1:" + port + path);
        BenchmarkEngine engine = new BenchmarkEngine(name, process, endpoint, Duration.ZERO);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        engine.await(begun.plus(PATIENCE), log);
        return new BenchmarkEngine(name, process, endpoint, Duration.between(begun, Instant.now()));
    }

    /**
     * Runs a program to its end.
     *
     * @param log what it tells
     * @throws IOException where it fails
     */
    static void run(Path log, String... command) throws IOException, InterruptedException {
        int code =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new IOException(command[0] + " failed: see " + log);
        }
    }

    /** The Java that runs this. */
    static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    String name() {
        return name;
    }

    URI endpoint() {
        return endpoint;
    }

    /** All members of a class of our ontology, in the order of their names. */
    List<Node> members(String type) {
        String query =
                "PREFIX : <https://w3id.org/districtkg/ns#> SELECT ?x { ?x a :"
                        + type
                        + " } ORDER BY ?x";
        try (RawHttpClient wire = new RawHttpClient(endpoint, 0)) {
            List<Node> found = new ArrayList<>();
            ResultSetFactory.fromJSON(new ByteArrayInputStream(wire.ask(query, false).body()))
                    .forEachRemaining(row -> found.add(row.get("x").asNode()));
            return found;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    long pid() {
        return process.pid();
    }

    /** How long it took from the command to the first answer. */
    Duration start() {
        return start;
    }

    /** Milliseconds of processor time that it has used. */
    double cpu() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
    }

    /** The most megabytes that it ever held in memory. */
    long peak() throws IOException {
        return status("VmHWM");
    }

    /** The megabytes that it holds in memory. */
    long resident() throws IOException {
        return status("VmRSS");
    }

    long threads() throws IOException {
        return number("Threads");
    }

    long files() {
        String[] open = new File("/proc/" + pid() + "/fd").list();
        return open == null ? 0 : open.length;
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private long status(String key) throws IOException {
        return number(key) / 1024;
    }

    private long number(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElse(0);
    }

    private void await(Instant deadline, Path log) throws IOException, InterruptedException {
        while (Instant.now().isBefore(deadline)) {
            if (!alive()) {
                throw new IOException(name + " did not start:\n" + Files.readString(log));
            }
            try (RawHttpClient wire = new RawHttpClient(endpoint, 0)) {
                if (wire.ask("ASK { ?s ?p ?o }", false).status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it is asked again until the deadline
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IOException(name + " did not answer in time:\n" + Files.readString(log));
    }

    /** A port that nobody listens at. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
