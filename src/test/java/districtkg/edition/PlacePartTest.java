package districtkg.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.graph.DatasetExporter;
import districtkg.problem.Problem;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of places, each built alone, are what is built in one go. */
class PlacePartTest {
    private static final List<Path> PLACES =
            Stream.of("reports/130624", "reports/440300-dapeng")
                    .map(Fixture.DATA::resolve)
                    .toList();

    @TempDir private Path folder;

    private static Sources sources() {
        return Sources.read(
                Stream.of(List.of(Fixture.ONTOLOGY), Fixture.LUSONG, PLACES)
                        .flatMap(List::stream)
                        .toList());
    }

    private static SortedSet<String> quads(String text) {
        return new TreeSet<>(
                text.lines()
                        .filter(line -> !line.endsWith("<" + Dkg.QUESTIONS + "> ."))
                        .filter(line -> !line.endsWith("<" + Dkg.VOID + "> ."))
                        .toList());
    }

    @Test
    void allPartsTogetherAreTheExport() throws IOException {
        Sources sources = sources();
        Edition edition = Fixture.edition(sources);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DatasetExporter.write(edition.data(), edition.prefixes(), Lang.NQUADS, whole);

        List<List<Path>> parts = PlacePart.files(sources);
        ByteArrayOutputStream built = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            PlacePart.write(parts.get(i), Fixture.ONTOLOGY, i == parts.size() - 1, built);
        }

        assertThat(parts).hasSize(3);
        SortedSet<String> found = quads(built.toString(StandardCharsets.UTF_8));
        SortedSet<String> expected = quads(whole.toString(StandardCharsets.UTF_8));
        assertThat(expected).hasSizeGreaterThan(100_000);
        assertThat(found.size()).isEqualTo(expected.size());
        assertThat(found.equals(expected)).isTrue();
    }

    @Test
    void aPartWithAFaultIsNotWritten() throws IOException {
        Path bad = folder.resolve("bad.ttl");
        Files.copy(Path.of("src/test/resources/bad/commitment-date.ttl"), bad);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(
                        () ->
                                PlacePart.write(
                                        List.of(Fixture.ONTOLOGY, bad),
                                        Fixture.ONTOLOGY,
                                        true,
                                        out))
                .isInstanceOf(Problem.class);
        assertThat(out.size()).isZero();
    }
}
