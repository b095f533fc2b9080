package districtkg.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.graph.DatasetExporter;
import districtkg.graph.DatasetFingerprint;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.vocab.Dkg;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedDatasetTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"all.nq", "all.nq.gz", "all.trig.gz"})
    void whatIsExportedIsServedAgainWithoutDeriving(String name) {
        Edition before = Fixture.yunheEdition();
        Path file = folder.resolve(name);
        DatasetExporter.write(before.data(), before.prefixes(), file);

        Edition after = Edition.prepared(List.of(file), UnaryOperator.identity(), Fixture.ONTOLOGY);

        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.data().getDefaultGraph().size())
                .isEqualTo(before.data().getDefaultGraph().size());
        assertThat(after.prefixes().getNsPrefixMap()).isEqualTo(before.prefixes().getNsPrefixMap());
        assertThat(after.questions()).isEqualTo(before.questions());
    }

    @ParameterizedTest
    @CsvSource({
        "<urn:a> <urn:b> <urn:c> <urn:g> .           , not-derived",
        "<urn:a> <urn:b> <urn:c> .                   , not-derived",
        "<urn:a> <urn:b> <urn:c> <https://w3id.org/districtkg/graph/derived> . / <urn:a> <urn:b> <urn:d> . , not-derived",
        "<urn:a> <urn:b> <urn:c>                     , syntax"
    })
    void whatIsNoWholeExportIsRefused(String quads, String code) throws IOException {
        Path file = Files.writeString(folder.resolve("some.nq"), quads.replace(" / ", "\n"));

        assertThat(faults(file)).extracting(Fault::code).containsExactly(code);
    }

    @Test
    void aMissingFileIsReported() {
        assertThat(faults(folder.resolve("none.nq.gz")))
                .extracting(Fault::code)
                .containsExactly("no-such-file");
    }

    @Test
    void everyByteIsCountedWhileReading() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("one.nq"),
                        "<urn:a> <urn:b> <urn:c> <" + Dkg.DERIVED + "> .\n");
        AtomicLong seen = new AtomicLong();

        PreparedDataset.read(List.of(file), Node.ANY, in -> counted(in, seen));

        assertThat(seen).hasValue(Files.size(file));
    }

    @Test
    void theFingerprintIsThatOfTheLinesOfNQuads() {
        DatasetGraph plain = DatasetGraphFactory.create();
        Node thing = Dkg.iri(Dkg.ID + "thing");
        for (Node value :
                List.of(
                        NodeFactory.createLiteralString("a \"quoted\" back\\slash\n"),
                        NodeFactory.createLiteralString("a"),
                        NodeFactory.createLiteralLang("示例", "zh"),
                        NodeFactory.createLiteralByValue(7))) {
            plain.getGraph(Dkg.DERIVED).add(Triple.create(thing, RDFS.label.asNode(), value));
        }

        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        RDFDataMgr.write(lines, plain, Lang.NQUADS);
        long sum =
                lines.toString(StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.substring(0, line.length() - " .".length()))
                        .mapToLong(PreparedDatasetTest::beginningOfSha256)
                        .sum();
        assertThat(DatasetFingerprint.of(plain)).isEqualTo("%016x".formatted(sum));
    }

    private static long beginningOfSha256(String line) {
        return ByteBuffer.wrap(DigestUtils.sha256(line)).getLong();
    }

    private static DatasetGraph read(Path file) {
        return PreparedDataset.read(List.of(file), Node.ANY, UnaryOperator.identity()).data();
    }

    private static List<Fault> faults(Path file) {
        return catchThrowableOfType(Problem.class, () -> read(file)).faults();
    }

    private static InputStream counted(InputStream in, AtomicLong seen) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int some = super.read(bytes, from, length);
                seen.addAndGet(Math.max(some, 0));
                return some;
            }
        };
    }
}
