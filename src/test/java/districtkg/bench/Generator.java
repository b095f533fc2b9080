package districtkg.bench;

import districtkg.derive.Derivation;
import districtkg.derive.Rules;
import districtkg.edition.Edition;
import districtkg.graph.AtomicFile;
import districtkg.graph.GraphReader;
import districtkg.question.QuestionGraph;
import districtkg.source.SourceFile;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes a nation's data in our own ontology, with what the rules derive, as quads that {@code
 * serve --validated} loads. The same arguments write the same quads in the same order on any
 * machine.
 *
 * <p>Rules never look from one district into another, so a few districts at a time are derived with
 * the ontology, the lists and the areas around them, and what is new is written.
 */
public final class Generator {
    static final int FIRST_YEAR = 2015;
    static final int YEARS = 5;
    static final long SEED = 1;

    private static final int DISTRICTS_AT_A_TIME = 8;
    private static final Comparator<Triple> ORDER =
            Comparator.comparing(Triple::getSubject, GraphReader.BY_TEXT)
                    .thenComparing(Triple::getPredicate, GraphReader.BY_TEXT)
                    .thenComparing(Triple::getObject, GraphReader.BY_TEXT);
    private static final Node THINGS = Dkg.iri(Dkg.GRAPH + "things");

    private final Graph shared;
    private final GraphReader lists;
    private final Rules rules;
    private final StreamRDF out;
    private final Set<Triple> written = new HashSet<>();
    private long triples;
    private long common;
    private int made;

    private Generator(Graph shared, Rules rules, StreamRDF out) {
        this.shared = shared;
        this.lists = new GraphReader(shared);
        this.rules = rules;
        this.out = out;
    }

    /** Words: how many triples at least, and the file to write, .nq or .nq.gz. */
    public static void main(String[] words) {
        long wanted = Long.parseLong(words[0].replace("_", ""));
        Path file = Path.of(words[1]);
        long made = write(wanted, file, Path.of("ontology"), Path.of("data/lists"), System.err);
        System.out.printf("%s: %,d triples%n", file, made);
    }

    /**
     * Writes whole districts until there are as many triples as wanted.
     *
     * @return how many triples the default graph of what is served will hold
     */
    static long write(long wanted, Path file, Path ontology, Path lists, PrintStream told) {
        Sources sources = Sources.read(List.of(ontology, lists));
        Rules rules = Rules.in(ontology.resolve("rules"), sources.prefixes());
        long[] made = new long[1];
        AtomicFile.write(
                file,
                plain -> {
                    try (OutputStream out = packed(file, plain)) {
                        StreamRDF writer =
                                StreamRDFWriter.getWriterStream(out, RDFFormat.NQUADS_UTF8);
                        writer.start();
                        Generator generator = new Generator(new GraphMemFast(), rules, writer);
                        generator.common(sources, QuestionGraph.of(Edition.questions(ontology)));
                        while (generator.triples < wanted) {
                            generator.districts(generator.missing(wanted));
                            told.printf("%,d triples%n", generator.triples);
                        }
                        writer.finish();
                        made[0] = generator.triples;
                    }
                });
        return made[0];
    }

    private static OutputStream packed(Path file, OutputStream plain) throws IOException {
        return new BufferedOutputStream(
                file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, 1 << 16) : plain,
                1 << 16);
    }

    private void common(Sources sources, Graph questions) {
        for (SourceFile file : sources.files()) {
            if (file.role().visible()) {
                share(file.graphName(), file.graph());
            }
        }
        share(Dkg.iri(Dkg.GRAPH + "catalog"), Nation.catalog());
        put(Dkg.QUESTIONS, questions);
        Graph derived = Derivation.of(shared, rules);
        put(Dkg.DERIVED, derived);
        derived.stream().forEach((Triple triple) -> written.add(triple));
        common = triples;
    }

    /** How many districts to make next, judged by those that were made. */
    private int missing(long wanted) {
        return made == 0
                ? 1
                : (int)
                        Math.clamp(
                                (wanted - triples) * made / (triples - common) + 1,
                                1,
                                DISTRICTS_AT_A_TIME);
    }

    private void districts(int more) {
        Graph asserted = new GraphMemFast();
        for (int number = made + 1; number <= made + more; number++) {
            share(THINGS, Nation.around(number));
            SampleDistrict district = new SampleDistrict(lists, number, FIRST_YEAR, YEARS, SEED);
            put(THINGS, district.things());
            district.documents().forEach(this::put);
            district.things().stream().forEach((Triple triple) -> asserted.add(triple));
            district.documents()
                    .values()
                    .forEach(
                            graph ->
                                    graph.stream()
                                            .forEach((Triple triple) -> asserted.add(triple)));
        }
        Set<Node> own = new HashSet<>();
        asserted.stream().map(Triple::getSubject).forEach(own::add);
        shared.stream().forEach((Triple triple) -> asserted.add(triple));
        Graph fresh = new GraphMemFast();
        Derivation.of(asserted, rules).stream()
                .filter(triple -> own.contains(triple.getSubject()) || written.add(triple))
                .forEach((Triple triple) -> fresh.add(triple));
        put(Dkg.DERIVED, fresh);
        made += more;
    }

    /** Puts what all districts may look at; what was shared before is not written twice. */
    private void share(Node name, Graph graph) {
        Graph fresh = new GraphMemFast();
        graph.stream()
                .filter(triple -> !shared.contains(triple))
                .forEach((Triple triple) -> fresh.add(triple));
        put(name, fresh);
        fresh.stream().forEach((Triple triple) -> shared.add(triple));
    }

    private void put(Node name, Graph graph) {
        graph.stream().sorted(ORDER).forEach(triple -> out.quad(Quad.create(name, triple)));
        triples += graph.size();
    }
}
