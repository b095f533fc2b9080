package districtkg.validate;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file under bad/ breaks the rule that it is named after, and no other but those that it
 * declares.
 */
class BadFilesTest {
    private static final Path BASE = Path.of("src/test/resources/good");
    private static final Path BAD = Path.of("src/test/resources/bad");

    static List<Path> badFiles() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void aBadFileRaisesItsOwnFaultInItsOwnLines(Path bad) throws IOException {
        List<Fault> faults = Validation.of(Sources.read(List.of(Path.of("ontology"), BASE, bad)));

        Set<String> codes =
                faults.stream().map(Fault::code).collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>(declared(bad));
        expected.add(code(bad));
        assertThat(codes).contains(code(bad)).isSubsetOf(expected);
        assertThat(faults)
                .filteredOn(fault -> fault.code().equals(code(bad)))
                .allSatisfy(
                        fault -> {
                            assertThat(fault.locations()).isNotEmpty();
                            assertThat(fault.locations())
                                    .extracting(Location::line)
                                    .doesNotContain(0L);
                            assertThat(fault.what()).isNotBlank();
                            assertThat(fault.fix()).isNotEqualTo("see the message");
                        });
    }

    @Test
    void theGoodBaseRaisesNothing() {
        assertThat(Validation.of(Sources.read(List.of(Path.of("ontology"), BASE)))).isEmpty();
    }

    @Test
    void everyConstraintIsBrokenBySomeBadFile() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Path bad : badFiles()) {
            broken.addAll(
                    Validation.constraintsBroken(
                            Sources.read(List.of(Path.of("ontology"), BASE, bad))));
        }
        Set<String> demanded = new TreeSet<>();
        for (Shape shape : Shapes.parse(Sources.read(List.of(Path.of("ontology"))).shapes())) {
            collect(shape, demanded);
        }

        assertThat(demanded).hasSizeGreaterThan(100);
        assertThat(broken).containsAll(demanded);
    }

    private static void collect(Shape shape, Set<String> demanded) {
        for (Constraint constraint : shape.getConstraints()) {
            String name = shape.getShapeNode().getURI() + " ";
            if (constraint instanceof QualifiedValueShape) {
                demanded.add(name + SHACL.QualifiedMinCountConstraintComponent.getURI());
                demanded.add(name + SHACL.QualifiedMaxCountConstraintComponent.getURI());
            } else {
                demanded.add(name + constraint.getComponent().getURI());
            }
        }
        for (PropertyShape property : shape.getPropertyShapes()) {
            collect(property, demanded);
        }
    }

    private static String code(Path bad) {
        return bad.getFileName().toString().replace(".ttl", "");
    }

    private static List<String> declared(Path bad) throws IOException {
        return Files.readAllLines(bad).stream()
                .filter(line -> line.startsWith("# also: "))
                .flatMap(line -> Stream.of(line.substring(8).split(" ")))
                .toList();
    }
}
