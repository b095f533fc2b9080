package districtkg.bench;

import districtkg.edition.Edition;
import districtkg.graph.DatasetFingerprint;
import districtkg.guard.ExpressionGuard;
import districtkg.query.QueryReader;
import districtkg.query.result.JsonResultWriter;
import districtkg.vocab.Dkg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What the parts of an answer cost, each alone (JMH). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Parts {
    private static final long TRIPLES = 200_000;

    /** The title of a query of the benchmark. */
    @Param({"one entity", "entity card", "target and outcome", "top growth", "label search"})
    private String query = "";

    private Edition edition;
    private QueryReader reader;
    private String text;
    private Query parsed;
    private Context guarded;
    private ResultSetRewindable rows;

    public static void main(String[] words) throws RunnerException {
        new Runner(
                        new OptionsBuilder()
                                .include(words.length == 0 ? Parts.class.getName() : words[0])
                                .build())
                .run();
    }

    @Setup
    public void prepare() throws IOException {
        Path data = Path.of("target/benchmark", TRIPLES + ".nq.gz");
        if (!Files.exists(data)) {
            Files.createDirectories(data.getParent());
            Generator.write(
                    TRIPLES,
                    data,
                    Path.of("ontology"),
                    Path.of("data/lists"),
                    new PrintStream(OutputStream.nullOutputStream()));
        }
        JsonResultWriter.use();
        edition = Edition.prepared(List.of(data), UnaryOperator.identity(), Path.of("ontology"));
        reader = new QueryReader(edition.prefixes());
        text =
                QueryType.all().stream()
                        .filter(type -> type.title().equals(query))
                        .findFirst()
                        .orElseThrow()
                        .drawn(new Parameters(this::members), new Random(1));
        parsed = reader.read(text);
        guarded = edition.data().getContext().copy();
        ExpressionGuard.set(guarded);
        try (QueryExec execution = run()) {
            rows = ResultSet.adapt(execution.select()).rewindable();
        }
    }

    @Benchmark
    public Query parsing() {
        return reader.read(text);
    }

    @Benchmark
    public Op planning() {
        return Algebra.optimize(Algebra.compile(parsed), edition.data().getContext());
    }

    @Benchmark
    public long running() {
        try (QueryExec execution = run()) {
            return RowSetOps.count(execution.select());
        }
    }

    /** The same within the bounds that the server sets to expressions. */
    @Benchmark
    public long guarded() {
        try (QueryExec execution =
                QueryExec.dataset(edition.data()).query(parsed).context(guarded).build()) {
            return RowSetOps.count(execution.select());
        }
    }

    @Benchmark
    public int writing() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rows.reset();
        ResultSetFormatter.outputAsJSON(out, rows);
        return out.size();
    }

    /** Of all the data, once for each edition. */
    @Benchmark
    public String fingerprint() {
        return DatasetFingerprint.of(edition.data());
    }

    private QueryExec run() {
        return QueryExec.dataset(edition.data()).query(parsed).build();
    }

    private List<Node> members(String type) {
        return edition.data().getDefaultGraph().stream(Node.ANY, RDF.type.asNode(), Dkg.term(type))
                .map(Triple::getSubject)
                .sorted(districtkg.graph.GraphReader.BY_TEXT)
                .toList();
    }
}
