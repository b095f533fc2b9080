package districtkg.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes are the ontology's; those in a file of data are a fault. */
class ForeignShapesTest {
    private static final String HEAD =
            "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix s: <https://w3id.org/districtkg/shapes#> .\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://x.org/s> a sh:NodeShape ; sh:targetClass rdfs:Class .",
                "[] a sh:NodeShape ; sh:targetClass rdfs:Class .",
                "s:own a sh:NodeShape ; sh:property [ sh:path rdfs:label ; sh:minCount 9 ] .",
                "<http://x.org/s> a sh:PropertyShape ; sh:path rdfs:label ."
            })
    void foreignShapesAreReported(String shape) throws IOException {
        Path file = Files.writeString(folder.resolve("a.ttl"), HEAD + shape + "\n");

        assertThat(faults(file))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.code()).isEqualTo("foreign-shape");
                            assertThat(fault.locations()).containsExactly(Location.of(file, 4));
                        });
    }

    @Test
    void dataWithinShapesIsReported() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("a.ttl"),
                        HEAD
                                + "s:own a sh:NodeShape ; sh:targetClass rdfs:Class .\n<https://w3id.org/districtkg/id/a> rdfs:label \"a\"@en .\n");

        assertThat(faults(file))
                .flatExtracting(Fault::locations)
                .containsExactly(Location.of(file, 5));
    }

    private static List<Fault> faults(Path file) {
        return catchThrowableOfType(Problem.class, () -> Sources.read(List.of(file))).faults();
    }
}
