package districtkg.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.graph.DatasetFingerprint;
import districtkg.index.GraphIndexer;
import districtkg.index.IndexedGraph;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot gives the edition that was written; anything else is refused with a reason. */
class DatasetSnapshotTest {
    /** A term of each kind, with characters of one to four bytes. */
    private static final String TERMS =
            """
            PREFIX : <http://x.example/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            :a :b :c , "" , "plain" , "区𠀀\\u0000\\n\\"" , "汉"@zh , "pinyin"@zh-Latn-CN , "g"@en-GB , _:blank ,
              1 , 01 , -2.50 , 2.5 , 1e3 , true , "2020"^^xsd:gYear , "x"^^<http://x.example/own> , "1"^^xsd:boolean .
            _:blank :b :芦淞区 .
            """;

    @TempDir private Path temporary;

    @Test
    void anEditionIsReadAsItWasWritten() throws IOException {
        Edition written = Fixture.edition(Fixture.yunhe());
        Path file = temporary.resolve("a.snapshot");

        snapshot(written).write(file);
        DatasetSnapshot read = DatasetSnapshot.read(file);

        assertThat(read.version()).isEqualTo(written.version());
        assertThat(read.queries()).containsExactly(Map.entry("all", "SELECT * {}"));
        assertThat(read.ontologyFiles()).containsExactly(Map.entry("shapes.ttl", "# none"));
        assertThat(DatasetFingerprint.of(read.data()))
                .isEqualTo(DatasetFingerprint.of(written.data()));
        IndexedGraph all = (IndexedGraph) read.data().getDefaultGraph();
        IndexedGraph before = (IndexedGraph) written.data().getDefaultGraph();
        assertThat(all.size()).isEqualTo(before.size());
        assertThat(all.uses()).isEqualTo(before.uses());
        assertThat(all.stream(Node.ANY, Node.ANY, Dkg.STATEMENT).toList())
                .isNotEmpty()
                .isEqualTo(before.stream(Node.ANY, Node.ANY, Dkg.STATEMENT).toList());
    }

    @Test
    void aTermOfEachKindIsReadAsItWasWritten() throws IOException {
        Graph terms = GraphFactory.createDefaultGraph();
        RDFParser.fromString(TERMS, org.apache.jena.riot.Lang.TURTLE).parse(terms);
        Edition written = edition(terms);
        Path file = temporary.resolve("a.snapshot");

        snapshot(written).write(file);
        DatasetSnapshot read = DatasetSnapshot.read(file);

        assertThat(read.data().getDefaultGraph().stream().toList())
                .hasSize(terms.size())
                .containsExactlyInAnyOrderElementsOf(terms.stream().toList());
        Node two =
                NodeFactory.createLiteralDT(
                        "2.5", org.apache.jena.datatypes.xsd.XSDDatatype.XSDdecimal);
        assertThat(read.data().getDefaultGraph().contains(Node.ANY, Node.ANY, two)).isTrue();
    }

    @Test
    void aTripleTermAndADirectionAreReadAsTheyWereWritten() throws IOException {
        Graph terms = GraphFactory.createDefaultGraph();
        Node a = Dkg.iri("urn:x:a");
        Node rightToLeft = NodeFactory.createLiteralDirLang("a", "he", "rtl");
        Node inner = NodeFactory.createTripleTerm(Triple.create(a, a, rightToLeft));
        terms.add(a, a, rightToLeft);
        terms.add(a, a, NodeFactory.createLiteralDirLang("a", "he", "ltr"));
        terms.add(a, a, inner);
        terms.add(a, a, NodeFactory.createTripleTerm(Triple.create(a, Dkg.STATED_UNIT, inner)));
        Path file = temporary.resolve("a.snapshot");

        snapshot(edition(terms)).write(file);
        Graph read = DatasetSnapshot.read(file).data().getDefaultGraph();

        assertThat(read.stream().toList())
                .containsExactlyInAnyOrderElementsOf(terms.stream().toList());
        assertThat(read.contains(a, a, inner)).isTrue();
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        Path file = temporary.resolve("a.snapshot");
        snapshot(Fixture.edition(Fixture.yunhe())).write(file);
        byte[] whole = Files.readAllBytes(file);
        for (int at : new int[] {9, 40, whole.length / 3, whole.length / 2, whole.length - 1}) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            Files.write(file, changed);
            assertRefused(file, "checksum");
        }
        for (int length : new int[] {8, 20, whole.length / 2, whole.length - 1, whole.length + 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertRefused(file, "cut off");
        }
        Files.write(file, new byte[3]);
        assertRefused(file, "no snapshot");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        Path file = temporary.resolve("a.snapshot");
        write(file, 0x53474B44, 0);
        assertRefused(file, "has format 0");
        write(file, 7, 2);
        assertRefused(file, "no snapshot");
    }

    private static void write(Path file, int magic, int format) throws IOException {
        try (var stream = Files.newOutputStream(file);
                var out = new districtkg.index.file.SnapshotOutput(stream)) {
            out.number(magic);
            out.number(format);
        }
    }

    private static DatasetSnapshot snapshot(Edition edition) {
        return new DatasetSnapshot(
                edition.version(),
                Map.of("all", "SELECT * {}"),
                Map.of("shapes.ttl", "# none"),
                edition.data());
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> DatasetSnapshot.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }

    private static Edition edition(Graph triples) {
        GraphIndexer indexer = new GraphIndexer();
        triples.stream().forEach(triple -> indexer.add(Dkg.iri("urn:x:graph"), triple));
        DatasetGraph data = DatasetBuilder.data(indexer.build());
        return new Edition(data, PrefixMapping.Factory.create(), List.of(), "v");
    }
}
