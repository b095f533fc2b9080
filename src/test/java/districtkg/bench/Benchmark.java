package districtkg.bench;

import districtkg.edition.Edition;
import districtkg.store.Whole;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Asks our server and stock Fuseki the same queries in the same run, over HTTP, and tells how long
 * each takes, how many both answer, and what that costs. Answers are compared before anything is
 * timed.
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
            description = "of ours, cached, tdb2, mem: ${DEFAULT-VALUE}")
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
    private final List<Engine> engines = new ArrayList<>();

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
        try {
            for (String name : wanted) {
                engines.add(start(name));
                out.printf("%s answers after %d s%n", name, engines.getLast().start().toSeconds());
            }
            Parameters parameters = new Parameters(engines.getFirst()::members);
            compare(parameters);
            warmUp(parameters);
            Scores scores = new Scores(engines.stream().map(Engine::name).toList());
            for (boolean light : List.of(true, false)) {
                for (int many : clients) {
                    for (int round = 0; round < rounds; round++) {
                        for (Engine engine : engines) {
                            throughput(engine, parameters, light, many, round, scores);
                        }
                    }
                }
            }
            latencies(parameters, scores);
            for (Engine engine : engines) {
                scores.peak(engine.name(), engine.peak());
            }
            out.println(scores.text(types));
            Whole.write(
                    folder.resolve("benchmark.md"),
                    file -> file.write(scores.markdown(types).getBytes(StandardCharsets.UTF_8)));
            out.printf("%s holds the same for a README%n", folder.resolve("benchmark.md"));
            return 0;
        } finally {
            for (Engine engine : engines) {
                engine.close();
            }
        }
    }

    private Engine start(String name) throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".log");
        return switch (name) {
            case "ours" -> Engine.start(name, ours(uncached), "/sparql", log);
            case "cached" -> Engine.start(name, ours(List.of()), "/sparql", log);
            case "tdb2" ->
                    Engine.start(
                            name, stock("--tdb2", "--loc", loaded().toString()), "/ds/sparql", log);
            case "mem" ->
                    Engine.start(name, stock("--file", triples().toString()), "/ds/sparql", log);
            default -> throw new IllegalArgumentException("no such engine: " + name);
        };
    }

    private List<String> ours(List<String> more) {
        List<String> words = new ArrayList<>(flags);
        words.addAll(
                List.of(
                        "-jar",
                        jar.toString(),
                        "serve",
                        "--port",
                        "PORT",
                        "--validated",
                        "--data",
                        data.toString()));
        words.addAll(more);
        return words;
    }

    private List<String> stock(String... store) {
        List<String> words =
                new ArrayList<>(
                        List.of("-jar", fuseki.toString(), "--port", "PORT", "--localhost"));
        words.addAll(Arrays.asList(store));
        words.add("/ds");
        return words;
    }

    /**
     * All that ours serves, as triples: they go into the default graph, where Fuseki is fastest.
     */
    private Path triples() throws IOException {
        Path file =
                folder.resolve(
                        data.getFileName().toString().replaceFirst("\\.nq(\\.gz)?$", "")
                                + ".nt.gz");
        if (!Files.exists(file)) {
            out.printf("writing %s%n", file);
            Edition edition =
                    Edition.prepared(List.of(data), UnaryOperator.identity(), Path.of("ontology"));
            Whole.write(
                    file,
                    plain -> {
                        try (OutputStream packed = new GZIPOutputStream(plain, 1 << 16)) {
                            StreamRDF writer =
                                    StreamRDFWriter.getWriterStream(
                                            packed, RDFFormat.NTRIPLES_UTF8);
                            writer.start();
                            edition.data().getDefaultGraph().stream().forEach(writer::triple);
                            writer.finish();
                        }
                    });
        }
        return file;
    }

    /** A TDB2 store that its own loader made. */
    private Path loaded() throws IOException, InterruptedException {
        Path store = folder.resolve(triples().getFileName().toString().replace(".nt.gz", ".tdb2"));
        if (!Files.exists(store)) {
            out.printf("loading %s%n", store);
            Path aside = folder.resolve("loading.tdb2");
            int code =
                    new ProcessBuilder(
                                    Engine.java(),
                                    "-cp",
                                    fuseki.toString(),
                                    "tdb2.tdbloader",
                                    "--loc",
                                    aside.toString(),
                                    triples().toString())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("tdbloader.log").toFile())
                            .start()
                            .waitFor();
            if (code != 0) {
                throw new IOException("tdb2.tdbloader failed: see tdbloader.log");
            }
            Files.move(aside, store);
        }
        return store;
    }

    private void compare(Parameters parameters) throws IOException {
        for (QueryType type : types) {
            Random chance = new Random(SEED);
            int rows = 0;
            for (int at = 0; at < COMPARED; at++) {
                String query = type.drawn(parameters, chance);
                Results first = answer(engines.getFirst(), type, query);
                rows += first.size();
                for (Engine other : engines.subList(1, engines.size())) {
                    String difference = first.difference(answer(other, type, query));
                    if (!difference.isEmpty()) {
                        throw new IllegalStateException(
                                "%s and %s differ in %s, %s%n%s"
                                        .formatted(
                                                engines.getFirst().name(),
                                                other.name(),
                                                type.title(),
                                                difference,
                                                query));
                    }
                }
            }
            if (rows == 0) {
                throw new IllegalStateException("nothing answers " + type.title());
            }
            out.printf("%-22s the same rows: %,d%n", type.title(), rows);
        }
    }

    private static Results answer(Engine engine, QueryType type, String query) throws IOException {
        try (Wire wire = new Wire(engine.endpoint(), 0)) {
            return Results.of(type, wire.ask(query, type.constructs()));
        }
    }

    /** The same for all: each type in turn, for so many seconds in all. */
    private void warmUp(Parameters parameters) throws IOException {
        for (Engine engine : engines) {
            Random chance = new Random(SEED + 1);
            long end = System.nanoTime() + seconds * 2_000_000_000L;
            try (Wire wire = new Wire(engine.endpoint(), 0)) {
                while (System.nanoTime() < end) {
                    for (QueryType type : types) {
                        wire.ask(type.drawn(parameters, chance), type.constructs());
                    }
                }
            }
        }
    }

    private void latencies(Parameters parameters, Scores scores) throws IOException {
        Map<Engine, Wire> wires = new LinkedHashMap<>();
        for (Engine engine : engines) {
            wires.put(engine, new Wire(engine.endpoint(), 0));
        }
        for (QueryType type : types) {
            time(
                    type.title(),
                    wires,
                    (wire, chance) ->
                            wire.request(type.drawn(parameters, chance), type.constructs()),
                    scores);
        }
        time(Scores.NOTHING, wires, (wire, chance) -> wire.request("ASK {}", false), scores);
        for (Wire wire : wires.values()) {
            wire.close();
        }
    }

    /** From the first byte that is sent to the last that comes back. */
    private void time(
            String title,
            Map<Engine, Wire> wires,
            BiFunction<Wire, Random, byte[]> requests,
            Scores scores)
            throws IOException {
        long budget = seconds * 1_000_000_000L * engines.size();
        long begun = System.nanoTime();
        for (int block = 0;
                block < 2 || (block < 50 && System.nanoTime() - begun < budget);
                block++) {
            for (Engine engine : engines) {
                Random chance = new Random(SEED + block);
                Wire wire = wires.get(engine);
                for (int at = 0; at < BLOCK; at++) {
                    byte[] request = requests.apply(wire, chance);
                    long asked = System.nanoTime();
                    int status = wire.send(request).status();
                    scores.time(engine.name(), title, (System.nanoTime() - asked) / 1e6);
                    expectGood(status, engine, title);
                }
            }
        }
        out.printf("%-22s timed%n", title);
    }

    private void throughput(
            Engine engine, Parameters parameters, boolean light, int many, int round, Scores scores)
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
            Engine engine,
            Parameters parameters,
            List<QueryType> mix,
            int client,
            long seed,
            long end)
            throws IOException {
        Random chance = new Random(seed);
        long answered = 0;
        try (Wire wire = new Wire(engine.endpoint(), client)) {
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

    private static void expectGood(int status, Engine engine, String what) {
        if (status != 200) {
            throw new IllegalStateException(engine.name() + " answered " + what + " by " + status);
        }
    }
}
