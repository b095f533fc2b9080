package districtkg.validate;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.source.SourceFile;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each file under bad/ breaks the rule that it is named after, and no other but those that it
 * declares.
 */
class BadFilesTest {
    private static final Path BAD = Path.of("src/test/resources/bad");

    /** The ontology and data without a fault, read once for all bad files. */
    private static final Sources GOOD =
            Sources.read(List.of(Fixture.ONTOLOGY, Path.of("src/test/resources/good")));

    /** Each file is validated once for all tests. */
    private static final Map<Path, Validation.Findings> FINDINGS = new ConcurrentHashMap<>();

    static List<Path> badFiles() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void eachBadFileRaisesItsFaultAtItsLines(Path bad) throws IOException {
        List<Fault> faults = findings(bad).faults();

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
    void validDataRaisesNoFault() {
        assertThat(Validation.of(GOOD)).isEmpty();
    }

    @Test
    void everyConstraintIsBrokenBySomeBadFile() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Path bad : badFiles()) {
            broken.addAll(findings(bad).constraints());
        }
        Set<String> demanded = new TreeSet<>();
        for (Shape shape : Shapes.parse(GOOD.shapes())) {
            collect(shape, demanded);
        }

        // The program finds circles before it looks at the shapes, which say the same to others.
        broken.addAll(
                ParsedShapes.of(GOOD)
                        .violations(with(BAD.resolve("thing-circle.ttl")).asserted())
                        .stream()
                        .map(entry -> entry.source() + " " + entry.sourceConstraintComponent())
                        .toList());

        assertThat(demanded).hasSizeGreaterThan(100);
        assertThat(broken).containsAll(demanded);
    }

    @Test
    void veryManyViolationsOfOneShapeAreNotAllLookedFor(@TempDir Path folder) throws IOException {
        StringBuilder faulty =
                new StringBuilder("@prefix : <" + Dkg.NS + "> . @prefix id: <" + Dkg.ID + "> .\n");
        for (int at = 0; at < 10_000; at++) {
            faulty.append("id:thing-").append(at).append(" a :Project .\n");
        }
        List<Fault> faults =
                Validation.of(with(Files.writeString(folder.resolve("many.ttl"), faulty)));

        assertThat(faults)
                .filteredOn(fault -> fault.code().equals("more-violations"))
                .isNotEmpty()
                .allMatch(fault -> fault.what().contains("more violations than the"));
        assertThat(faults)
                .filteredOn(fault -> fault.code().equals("label-zh"))
                .hasSizeBetween(1000, 9999);
    }

    /** Queries for many focus nodes at once find what Jena finds for one after the other. */
    @Test
    void batchedConstraintsFindWhatJenaFinds() throws IOException {
        Sources sources = GOOD;
        for (Path bad : badFiles()) {
            if (!bad.endsWith("thing-circle.ttl") && !bad.endsWith("thing-depth.ttl")) {
                for (SourceFile file : Sources.read(List.of(bad)).files()) {
                    sources = sources.with(file);
                }
            }
        }
        ParsedShapes shapes = ParsedShapes.of(sources);
        Graph data = sources.asserted();

        List<String> expected =
                told(ShaclValidator.get().validate(shapes.shapes(), data).getEntries());

        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(told(shapes.violations(data))).isEqualTo(expected);
    }

    private static List<String> told(Collection<ReportEntry> entries) {
        return entries.stream()
                .map(
                        entry ->
                                entry.source()
                                        + " "
                                        + entry.focusNode()
                                        + " "
                                        + entry.resultPath()
                                        + " "
                                        + entry.value()
                                        + " "
                                        + entry.message())
                .sorted()
                .toList();
    }

    @Test
    void everySparqlConstraintIsBatched() {
        List<SparqlConstraint> constraints = new ArrayList<>();
        for (Shape shape : Shapes.parse(GOOD.shapes())) {
            for (Constraint constraint : shape.getConstraints()) {
                if (constraint instanceof SparqlConstraint query) {
                    constraints.add(query);
                }
            }
        }

        assertThat(constraints)
                .hasSizeGreaterThan(50)
                .allSatisfy(query -> assertThat(BatchedConstraint.of(query)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ $this :p ?x } LIMIT 1",
                "{ $this :p ?x MINUS { $this :q ?y } }",
                "{ $this :p ?x . { ?x :q ?y FILTER(?y != $this) } }",
                "{ $this :p ?x . { ?x :q ?y } UNION { ?x :r ?y FILTER(?y = $this) } }",
                "{ $this :p ?x . OPTIONAL { ?x :q ?y BIND($this AS ?z) } }",
                "{ $this :p ?x FILTER(?x != $shapesGraph) }",
                "{ { SELECT $this { $this :p ?x } LIMIT 1 } }",
                "{ GRAPH ?g { $this :p ?x } }"
            })
    void aQueryIsNotBatchedWhereReplacingThisMightMeanSomethingElse(String pattern) {
        Query query = QueryFactory.create("PREFIX : <http://example.org/> SELECT $this " + pattern);

        assertThat(BatchedConstraint.of(new SparqlConstraint(query, ""))).isEmpty();
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

    private static Validation.Findings findings(Path bad) {
        return FINDINGS.computeIfAbsent(bad, file -> Validation.findings(with(file)));
    }

    private static Sources with(Path bad) {
        Sources sources = GOOD;
        for (SourceFile file : Sources.read(List.of(bad)).files()) {
            sources = sources.with(file);
        }
        return sources;
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
