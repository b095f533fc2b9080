package districtkg.bench;

import districtkg.graph.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Asks our server, stock Fuseki and other engines the same queries in the same run, over HTTP, and
 * tells how long each takes, how many each answers, and what that costs. Answers are compared
 * before anything is timed.
 */
@Command(name = "benchmark", mixinStandardHelpOptions = true)
public final class Benchmark implements Callable<Integer> {
    private static final int COMPARED = 5;
    private static final int BLOCK = 10;
    private static final long SEED = 42;

    @Option(
            names = "--triples",
            description = "to generate, where --data is not given: ${DEFAULT-VALUE}")
    private long triples = 1_000_000;

    @Option(names = "--data", description = "a whole export: .nq.gz")
    private Path data = Path.of("");

    @Option(names = "--folder", description = "for what is made on the way: ${DEFAULT-VALUE}")
    private Path folder = Path.of("target/benchmark");

    @Option(names = "--fuseki", description = "the released jar: ${DEFAULT-VALUE}")
    private Path fuseki = Path.of("target/benchmark/jena-fuseki-server-6.0.0.jar");

    @Option(names = "--jar", description = "ours: ${DEFAULT-VALUE}")
    private Path jar = Path.of("target/districtkg.jar");

    @Option(
            names = "--engines",
            split = ",",
            description = "of ours, cached, tdb2, mem, rdf4j, virtuoso: ${DEFAULT-VALUE}")
    private List<String> wanted = List.of("ours", "tdb2");

    @Option(
            names = "--uncached",
            split = " ",
            description = "words for serve of ours: ${DEFAULT-VALUE}")
    private List<String> uncached = List.of("--answer-cache", "0");

    @Option(names = "--java", split = " ", description = "of ours: ${DEFAULT-VALUE}")
    private List<String> flags = List.of("-Xmx512m", "-XX:+UseCompactObjectHeaders");

    @Option(names = "--clients", split = ",", description = "${DEFAULT-VALUE}")
    private List<Integer> clients = List.of(1, 16, 64);

    @Option(names = "--seconds", description = "of each measurement: ${DEFAULT-VALUE}")
    private int seconds = 10;

    @Option(names = "--rounds", description = "each of all engines in turn: ${DEFAULT-VALUE}")
    private int rounds = 3;

    private final PrintStream out = System.out;
    private final List<QueryType> types = QueryType.all();
    private final List<BenchmarkEngine> engines = new ArrayList<>();

    public static void main(String[] words) {
        System.exit(new CommandLine(new Benchmark()).execute(words));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        if (data.toString().isEmpty()) {
            data = folder.resolve(triples + ".nq.gz");
            if (!Files.exists(data)) {
                out.printf("generating %s%n", data);
                Generator.write(
                        triples,
                        data,
                        Path.of("ontology"),
                        Path.of("data/lists"),
                        new PrintStream(OutputStream.nullOutputStream()));
            }
        }
        BenchmarkEngines known =
                new BenchmarkEngines(folder, data, fuseki, List.copyOf(flags), jar, uncached, out);
        try {
            for (String name : wanted) {
                engines.add(known.start(name));
                out.printf("%s answers after %d s%n", name, engines.getLast().start().toSeconds());
            }
            Parameters parameters = new Parameters(engines.getFirst()::members);
            Scores scores = new Scores(engines.stream().map(BenchmarkEngine::name).toList());
            compare(parameters, scores);
            warmUp(parameters);
            for (boolean light : List.of(true, false)) {
                for (int many : clients) {
                    for (int round = 0; round < rounds; round++) {
                        for (BenchmarkEngine engine : engines) {
                            throughput(engine, parameters, light, many, round, scores);
                        }
                    }
                }
            }
            latencies(parameters, scores);
            for (BenchmarkEngine engine : engines) {
                scores.peak(engine.name(), engine.peak());
            }
            out.println(scores.text(types));
            AtomicFile.write(
                    folder.resolve("benchmark.md"),
                    file -> file.write(scores.markdown(types).getBytes(StandardCharsets.UTF_8)));
            out.printf("%s holds the same for a README%n", folder.resolve("benchmark.md"));
            return 0;
        } finally {
            for (BenchmarkEngine engine : engines) {
                engine.close();
            }
        }
    }

    /** Stock Fuseki must agree with ours in every row; of other engines it is told where not. */
    private void compare(Parameters parameters, Scores scores) throws IOException {
        for (QueryType type : types) {
            Random chance = new Random(SEED);
            int rows = 0;
            for (int at = 0; at < COMPARED; at++) {
                String query = type.drawn(parameters, chance);
                Results first = answer(engines.getFirst(), type, query);
                rows += first.size();
                for (BenchmarkEngine other : engines.subList(1, engines.size())) {
                    String difference = first.difference(answer(other, type, query));
                    if (!difference.isEmpty()) {
                        differs(other, type, difference + "\n" + query, scores);
                    }
                }
            }
            if (rows == 0) {
                throw new IllegalStateException("nothing answers " + type.title());
            }
            out.printf("%-22s compared: %,d rows%n", type.title(), rows);
        }
    }

    private void differs(BenchmarkEngine other, QueryType type, String difference, Scores scores) {
        String told =
                "%s and %s differ in %s, %s"
                        .formatted(
                                engines.getFirst().name(), other.name(), type.title(), difference);
        if (!BenchmarkEngines.PEERS.contains(other.name())) {
            throw new IllegalStateException(told);
        }
        if (scores.differs(other.name(), type.title())) {
            out.println(told);
        }
    }

    private static Results answer(BenchmarkEngine engine, QueryType type, String query)
            throws IOException {
        try (RawHttpClient wire = new RawHttpClient(engine.endpoint(), 0)) {
            return Results.of(type, wire.ask(query, type.constructs()));
        }
    }

    /** The same for all: each type in turn, for so many seconds in all. */
    private void warmUp(Parameters parameters) throws IOException {
        for (BenchmarkEngine engine : engines) {
            Random chance = new Random(SEED + 1);
            long end = System.nanoTime() + seconds * 2_000_000_000L;
            try (RawHttpClient wire = new RawHttpClient(engine.endpoint(), 0)) {
                while (System.nanoTime() < end) {
                    for (QueryType type : types) {
                        wire.ask(type.drawn(parameters, chance), type.constructs());
                    }
                }
            }
        }
    }

    private void latencies(Parameters parameters, Scores scores) throws IOException {
        for (QueryType type : types) {
            time(
                    type.title(),
                    (wire, chance) ->
                            wire.request(type.drawn(parameters, chance), type.constructs()),
                    scores);
        }
        time(Scores.NOTHING, (wire, chance) -> wire.request("ASK {}", false), scores);
    }

    /**
     * From the first byte that is sent to the last that comes back. Each block has a connection of
     * its own, made before anything is timed, because servers close one that is idle while others
     * have their turn.
     */
    private void time(
            String title, BiFunction<RawHttpClient, Random, byte[]> requests, Scores scores)
            throws IOException {
        long budget = seconds * 1_000_000_000L * engines.size();
        long begun = System.nanoTime();
        for (int block = 0;
                block < 2 || (block < 50 && System.nanoTime() - begun < budget);
                block++) {
            List<BenchmarkEngine> turns = new ArrayList<>(engines);
            Collections.shuffle(turns, new Random(SEED + block)); // each finds what any other left
            for (BenchmarkEngine engine : turns) {
                Random chance = new Random(SEED + block);
                try (RawHttpClient wire = new RawHttpClient(engine.endpoint(), 0)) {
                    wire.ask("ASK {}", false);
                    for (int at = 0; at < BLOCK; at++) {
                        byte[] request = requests.apply(wire, chance);
                        long asked = System.nanoTime();
                        int status = wire.send(request).status();
                        scores.time(engine.name(), title, (System.nanoTime() - asked) / 1e6);
                        expectGood(status, engine, title);
                    }
                }
            }
        }
        out.printf("%-22s timed%n", title);
    }

    private void throughput(
            BenchmarkEngine engine,
            Parameters parameters,
            boolean light,
            int many,
            int round,
            Scores scores)
            throws Exception {
        List<QueryType> mix = mix(light);
        double before = engine.cpu();
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        long answered = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int client = 0; client < many; client++) {
                int number = client;
                running.add(
                        threads.submit(
                                () ->
                                        ask(
                                                engine,
                                                parameters,
                                                mix,
                                                number,
                                                SEED + round * 1000 + number,
                                                end)));
            }
            for (Future<Long> one : running) {
                answered += one.get();
            }
        }
        double passed = (System.nanoTime() - begun) / 1e9;
        scores.rate(engine.name(), light, many, answered, passed, engine.cpu() - before);
        out.printf(
                "%s, %d clients, %s mix: %,.0f requests/s%n",
                engine.name(), many, light ? "light" : "whole", answered / passed);
    }

    private long ask(
            BenchmarkEngine engine,
            Parameters parameters,
            List<QueryType> mix,
            int client,
            long seed,
            long end)
            throws IOException {
        Random chance = new Random(seed);
        long answered = 0;
        try (RawHttpClient wire = new RawHttpClient(engine.endpoint(), client)) {
            while (System.nanoTime() < end) {
                QueryType type = mix.get(chance.nextInt(mix.size()));
                int status = wire.ask(type.drawn(parameters, chance), type.constructs()).status();
                expectGood(status, engine, type.title());
                answered++;
            }
        }
        return answered;
    }

    /** Each type as often as it weighs. */
    private List<QueryType> mix(boolean light) {
        List<QueryType> mix = new ArrayList<>();
        types.stream()
                .filter(type -> !light || type.light())
                .sorted(Comparator.comparing(QueryType::title))
                .forEach(type -> IntStream.range(0, type.weight()).forEach(at -> mix.add(type)));
        return mix;
    }

    private static void expectGood(int status, BenchmarkEngine engine, String what) {
        if (status != 200) {
            throw new IllegalStateException(engine.name() + " answered " + what + " by " + status);
        }
    }
}
