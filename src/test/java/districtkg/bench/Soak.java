package districtkg.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Many clients, good and bad and hostile, for a long time, with reloads in between. It fails where
 * memory, threads or open files grow, where anything is answered by a fault of ours, where a good
 * request is answered wrongly, and where anything hangs.
 */
@Command(name = "soak", mixinStandardHelpOptions = true)
public final class Soak implements Callable<Integer> {
    private static final int SAMPLE_SECONDS = 5;
    private static final Pattern HEAP =
            Pattern.compile("(?m)^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*} (\\S+)$");

    private static final List<String> PATHS =
            List.of(
                    "/",
                    "/id/sample-district-0001",
                    "/id/sample-report-0001-2016",
                    "/id/nothing-of-this-name",
                    "/search?q=school",
                    "/search?q=%E5%AD%A6%E6%A0%A1",
                    "/promises",
                    "/indicators",
                    "/ns",
                    "/api/suggest?q=sam",
                    "/healthz",
                    "/.well-known/void",
                    "/sparql",
                    "/no/such/page");

    @Option(
            names = "--minutes",
            description = "of the soak, after a third of it as warm-up: ${DEFAULT-VALUE}")
    private double minutes = 10;

    @Option(names = "--clients", description = "${DEFAULT-VALUE}")
    private int clients = 64;

    @Option(names = "--reload", description = "seconds between reloads: ${DEFAULT-VALUE}")
    private int reload = 20;

    @Option(names = "--triples", description = "to generate: ${DEFAULT-VALUE}")
    private long triples = 200_000;

    @Option(names = "--heap", description = "of the server: ${DEFAULT-VALUE}")
    private String heap = "512m";

    @Option(names = "--folder", description = "for what is made on the way: ${DEFAULT-VALUE}")
    private Path folder = Path.of("target/benchmark");

    @Option(names = "--jar", description = "ours: ${DEFAULT-VALUE}")
    private Path jar = Path.of("target/districtkg.jar");

    private final PrintStream out = System.out;
    private final Map<String, AtomicLong> counts = new ConcurrentSkipListMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final List<QueryType> types = QueryType.all();
    private volatile boolean running;
    private URI admin = URI.create("http://127.0.0.1/");

    /** What the server holds when nobody asks. */
    private record Held(long heap, long resident, long threads, long files) {
        @Override
        public String toString() {
            return "live heap %d MB, resident %d MB, %d threads, %d open files"
                    .formatted(heap, resident, threads, files);
        }
    }

    public static void main(String[] words) {
        System.exit(new CommandLine(new Soak()).execute(words));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        Path data = folder.resolve(triples + ".nq.gz");
        if (!Files.exists(data)) {
            Generator.write(
                    triples,
                    data,
                    Path.of("ontology"),
                    Path.of("data/lists"),
                    new PrintStream(OutputStream.nullOutputStream()));
        }
        int port = BenchmarkEngine.free();
        admin = URI.create("http://127.0.0.1:" + port + "/reload");
        List<String> words =
                List.of(
                        BenchmarkEngine.java(),
                        "-Xms" + heap,
                        "-Xmx" + heap,
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        jar.toString(),
                        "serve",
                        "--port",
                        "PORT",
                        "--admin-port",
                        Integer.toString(port),
                        "--validated",
                        "--data",
                        data.toString());
        try (BenchmarkEngine server =
                BenchmarkEngine.start("soak", words, "/sparql", folder.resolve("soak.log"))) {
            Parameters parameters = new Parameters(server::members);
            Hostile hostile = new Hostile(server.endpoint());
            long expected = server.members("District").size();
            run(server, hostile, parameters, expected, minutes / 3);
            Held before = held(server);
            out.printf("after the warm-up: %s%n", before);
            run(server, hostile, parameters, expected, minutes);
            Held after = held(server);
            out.printf("at the end:        %s%n", after);
            counts.forEach((name, count) -> out.printf("%,12d  %s%n", count.get(), name));
            grew("live heap", before.heap, after.heap, before.heap / 10 + 16);
            grew("resident memory", before.resident, after.resident, before.resident / 10 + 32);
            grew("threads", before.threads, after.threads, 16);
            grew("open files", before.files, after.files, 32);
            if (!server.alive()) {
                wrong.add("the server has stopped");
            }
        }
        wrong.stream().distinct().limit(50).forEach(what -> out.println("WRONG: " + what));
        out.println(wrong.isEmpty() ? "flat, and nothing wrong" : "failed");
        return wrong.isEmpty() ? 0 : 1;
    }

    private void run(
            BenchmarkEngine server,
            Hostile hostile,
            Parameters parameters,
            long expected,
            double minutes)
            throws Exception {
        running = true;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients + 1)) {
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                all.add(
                        threads.submit(
                                () -> client(server, hostile, parameters, expected, number)));
            }
            all.add(threads.submit(() -> reloads(server)));
            try {
                watch(server, minutes);
            } finally {
                running = false;
            }
            for (Future<?> one : all) {
                one.get(3, TimeUnit.MINUTES);
            }
        }
    }

    /** Tells how the server is for some time; ends early where it has stopped. */
    private void watch(BenchmarkEngine server, double minutes)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + (long) (minutes * 60e9);
        while (System.nanoTime() < end && server.alive()) {
            TimeUnit.SECONDS.sleep(SAMPLE_SECONDS);
            out.printf(
                    "resident %,d MB, %d threads, %d open files, %,d requests%n",
                    server.resident(),
                    server.threads(),
                    server.files(),
                    counts.values().stream().mapToLong(AtomicLong::get).sum());
        }
    }

    /** Half good, a quarter of pages and mistakes, a quarter hostile. */
    private void client(
            BenchmarkEngine server,
            Hostile hostile,
            Parameters parameters,
            long expected,
            int number) {
        Random chance = new Random(number);
        while (running) {
            String what = "a connection";
            try (RawHttpClient wire = new RawHttpClient(server.endpoint(), number)) {
                for (int at = 0; at < 20 && running; at++) {
                    int dice = chance.nextInt(100);
                    if (dice < 5) {
                        what = "a count that is known";
                        counted(wire, expected);
                    } else if (dice < 50) {
                        QueryType type = types.get(chance.nextInt(types.size()));
                        what = type.title();
                        tell(
                                "good",
                                what,
                                wire.ask(type.drawn(parameters, chance), type.constructs())
                                        .status());
                    } else if (dice < 75) {
                        String path = PATHS.get(chance.nextInt(PATHS.size()));
                        what = path;
                        tell(
                                "page",
                                path,
                                wire.send("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n").status());
                    } else {
                        what = "a hostile request";
                        tell("hostile", what, hostile.attack(number, chance));
                    }
                }
            } catch (SocketTimeoutException hangs) {
                wrong.add("no answer in time: " + what);
            } catch (IOException closed) {
                count("connections that the server closed");
            }
        }
    }

    private void counted(RawHttpClient wire, long expected) throws IOException {
        RawHttpClient.Reply reply =
                wire.ask(
                        "PREFIX : <https://w3id.org/districtkg/ns#> SELECT (COUNT(?d) AS ?n) { ?d a :District }",
                        false);
        tell("good", "a count that is known", reply.status());
        if (reply.status() == 200 && !reply.text().contains("\"" + expected + "\"")) {
            wrong.add("a wrong answer: " + reply.text());
        }
    }

    private void reloads(BenchmarkEngine server) {
        while (running) {
            try {
                TimeUnit.SECONDS.sleep(Math.min(reload, 5));
                for (int waited = 5; waited < reload && running; waited += 5) {
                    TimeUnit.SECONDS.sleep(5);
                }
                try (RawHttpClient wire = new RawHttpClient(admin, 0)) {
                    int status =
                            wire.send(
                                            "POST /reload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
                                    .status();
                    tell("reload", "a reload", status);
                    if (status != 200) {
                        wrong.add("a reload was answered by " + status);
                    }
                }
            } catch (IOException refused) {
                wrong.add("a reload failed: " + refused);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void tell(String sort, String what, int status) {
        count(sort + " requests answered by " + (status == 0 ? "nothing" : status));
        boolean fault = status >= 500 && status != 501 && status != 503 && status != 505;
        boolean refusedThoughGood =
                sort.equals("good") && status != 200 && status != 429 && status != 503;
        if (fault || refusedThoughGood) {
            wrong.add(what + " was answered by " + status);
        }
    }

    private void count(String what) {
        counts.computeIfAbsent(what, first -> new AtomicLong()).incrementAndGet();
    }

    private void grew(String what, long before, long after, long allowed) {
        if (after > before + allowed) {
            wrong.add("%s grew from %,d to %,d".formatted(what, before, after));
        }
    }

    /** What it holds after a collection, with nobody asking. */
    private Held held(BenchmarkEngine server) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(12);
        for (int time = 0; time < 2; time++) {
            new ProcessBuilder(
                            Path.of(BenchmarkEngine.java()).resolveSibling("jcmd").toString(),
                            Long.toString(server.pid()),
                            "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
        return new Held(liveHeap(), server.resident(), server.threads(), server.files());
    }

    private long liveHeap() throws IOException {
        try (RawHttpClient wire = new RawHttpClient(admin, 0)) {
            Matcher pools =
                    HEAP.matcher(
                            wire.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n").text());
            double used = 0;
            while (pools.find()) {
                used += Double.parseDouble(pools.group(1));
            }
            if (used == 0) {
                throw new IOException("the metrics do not tell the heap");
            }
            return (long) (used / 1e6);
        }
    }
}
