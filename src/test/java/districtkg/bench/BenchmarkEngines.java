package districtkg.bench;

import districtkg.edition.Edition;
import districtkg.graph.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/**
 * The engines that are compared, each over the same triples, and how each is started.
 *
 * @param folder for what is made on the way
 * @param data a whole export
 * @param fuseki the released jar
 * @param flags of Java for ours
 * @param jar ours
 * @param uncached words for serve that switch our answer cache off
 * @param out where progress is told
 */
record BenchmarkEngines(
        Path folder,
        Path data,
        Path fuseki,
        List<String> flags,
        Path jar,
        List<String> uncached,
        PrintStream out) {
    /** Those that are no kin of ours, and may read SPARQL in their own way. */
    static final Set<String> PEERS = Set.of("rdf4j", "virtuoso");

    /**
     * Starts one, and loads its data before where it needs that.
     *
     * @param name {@code ours}; {@code cached}, ours with its answer cache; {@code tdb2} and {@code
     *     mem}, stock Fuseki on disk and in memory; {@code rdf4j}; {@code virtuoso}
     */
    BenchmarkEngine start(String name) throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".log");
        return switch (name) {
            case "ours" -> BenchmarkEngine.start(name, ours(uncached), "/sparql", log);
            case "cached" -> BenchmarkEngine.start(name, ours(List.of()), "/sparql", log);
            case "tdb2" ->
                    BenchmarkEngine.start(
                            name, stock("--tdb2", "--loc", loaded().toString()), "/ds/sparql", log);
            case "mem" ->
                    BenchmarkEngine.start(
                            name, stock("--file", triples().toString()), "/ds/sparql", log);
            case "rdf4j" -> BenchmarkEngine.start(name, rdf4j(), "/", log);
            case "virtuoso" -> Virtuoso.start(triples(), log);
            default -> throw new IllegalArgumentException("no such engine: " + name);
        };
    }

    private List<String> ours(List<String> more) {
        List<String> command = new ArrayList<>(List.of(BenchmarkEngine.java()));
        command.addAll(flags);
        command.addAll(
                List.of(
                        "-jar",
                        jar.toString(),
                        "serve",
                        "--port",
                        "PORT",
                        "--validated",
                        "--data",
                        data.toString()));
        command.addAll(more);
        return command;
    }

    private List<String> stock(String... store) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                BenchmarkEngine.java(),
                                "-jar",
                                fuseki.toString(),
                                "--port",
                                "PORT",
                                "--localhost"));
        command.addAll(Arrays.asList(store));
        command.add("/ds");
        return command;
    }

    private List<String> rdf4j() throws IOException {
        return List.of(
                BenchmarkEngine.java(),
                "-cp",
                System.getProperty("java.class.path"),
                Rdf4jServer.class.getName(),
                "PORT",
                triples().toString());
    }

    /**
     * All that ours serves, as triples: they go into the default graph, where Fuseki is fastest.
     */
    private Path triples() throws IOException {
        Path file = folder.resolve(named(".nt.gz"));
        if (!Files.exists(file)) {
            out.printf("writing %s%n", file);
            Edition edition =
                    Edition.prepared(List.of(data), UnaryOperator.identity(), Path.of("ontology"));
            AtomicFile.write(
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
        Path store = folder.resolve(named(".tdb2"));
        if (!Files.exists(store)) {
            out.printf("loading %s%n", store);
            Path aside = folder.resolve("loading.tdb2");
            BenchmarkEngine.run(
                    folder.resolve("tdbloader.log"),
                    BenchmarkEngine.java(),
                    "-cp",
                    fuseki.toString(),
                    "tdb2.tdbloader",
                    "--loc",
                    aside.toString(),
                    triples().toString());
            Files.move(aside, store);
        }
        return store;
    }

    private String named(String ending) {
        return data.getFileName().toString().replaceFirst("\\.nq(\\.gz)?$", "") + ending;
    }
}
