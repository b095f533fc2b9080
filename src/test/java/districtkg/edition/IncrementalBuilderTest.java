package districtkg.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.problem.Problem;
import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition that follows from the previous one is the same as one built from scratch. */
class IncrementalBuilderTest {
    private static final Path FUPING = Path.of("data/reports/130624");
    private static final Path DAPENG = Path.of("data/reports/440300-dapeng");

    private static final Sources SOURCES = Sources.read(paths(FUPING));

    @TempDir Path folder;

    @Test
    void oneChangedCellGivesTheSameAsFromScratch() throws IOException {
        Path table = copied(FUPING).resolve("2022.csv");
        List<Path> paths = paths(table.getParent());
        Sources sources = Sources.read(paths, Sources.NONE);
        IncrementalBuilder builder = new IncrementalBuilder(Fixture.ONTOLOGY);
        Edition before = builder.edition(sources);
        String number = replaceFirstOutcome(table, "1234.5");

        Sources changed = Sources.read(paths, sources);
        Edition after = builder.edition(changed);

        assertThat(changed.without(sources).files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.path()).isEqualTo(table));
        assertThat(after.version()).isNotEqualTo(before.version());
        assertSameAsFromScratch(after, Sources.read(paths));
        replaceFirstOutcome(table, number);
        assertThat(quads(builder.edition(Sources.read(paths, changed)))).isEqualTo(quads(before));
    }

    @Test
    void aFaultyCellIsToldAsFromScratch() throws IOException {
        Path table = copied(FUPING).resolve("2022.csv");
        List<Path> paths = paths(table.getParent());
        Sources sources = Sources.read(paths, Sources.NONE);
        replaceFirstOutcome(table, "many");

        assertThat(faults(() -> Sources.read(paths, sources)))
                .isNotEmpty()
                .isEqualTo(faults(() -> Sources.read(paths)));
    }

    @Test
    void aDocumentThatComesAndGoesGivesTheSameAsFromScratch() throws IOException {
        Sources more = SOURCES.with(note());
        IncrementalBuilder builder = new IncrementalBuilder(Fixture.ONTOLOGY);
        Edition before = builder.edition(SOURCES);

        assertSameAsFromScratch(builder.edition(more), more);
        assertThat(quads(builder.edition(SOURCES))).isEqualTo(quads(before));
    }

    @Test
    void aFaultOfTheChangedDocumentIsReportedAsInAFullBuild() throws IOException {
        SourceFile document = note().files().getFirst();
        Graph nameless = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(nameless, document.graph());
        nameless.remove(Node.ANY, RDFS.label.asNode(), Node.ANY);

        assertRefusedAsFromScratch(
                SOURCES.with(document),
                SOURCES.with(
                        new SourceFile(
                                document.path(), document.graphName(), document.role(), nameless)));
    }

    @Test
    void aFaultThatAChangeCausesElsewhereIsReported() throws IOException {
        Sources referring = SOURCES.with(note());

        assertRefusedAsFromScratch(referring, referring.without(fupingThings()));
    }

    private void assertRefusedAsFromScratch(Sources before, Sources faulty) {
        IncrementalBuilder builder = new IncrementalBuilder(Fixture.ONTOLOGY);
        Edition served = builder.edition(before);

        List<?> faults = faults(() -> builder.edition(faulty));
        assertThat(faults)
                .isNotEmpty()
                .isEqualTo(faults(() -> Edition.of(faulty, Fixture.ONTOLOGY)));
        assertThat(builder.edition(before).version()).isEqualTo(served.version());
    }

    private static List<?> faults(Runnable building) {
        Problem[] told = new Problem[1];
        assertThatThrownBy(building::run)
                .isInstanceOfSatisfying(Problem.class, problem -> told[0] = problem);
        return told[0].faults();
    }

    private static void assertSameAsFromScratch(Edition edition, Sources sources) {
        Edition anew = Edition.of(sources, Fixture.ONTOLOGY);
        assertThat(edition.version()).isEqualTo(anew.version());
        assertThat(quads(edition)).isEqualTo(quads(anew));
        assertThat(triples(edition)).isEqualTo(triples(anew));
    }

    private static Set<Quad> quads(Edition edition) {
        return Iter.toSet(edition.data().find(Node.ANY, Node.ANY, Node.ANY, Node.ANY));
    }

    private static Set<Triple> triples(Edition edition) {
        return edition.data().getDefaultGraph().stream().collect(Collectors.toSet());
    }

    private static List<Path> paths(Path fuping) {
        return List.of(
                Fixture.ONTOLOGY, Path.of("data/lists"), Path.of("data/places"), fuping, DAPENG);
    }

    private static Sources files(Sources sources, Predicate<SourceFile> wanted) {
        Sources files = Sources.NONE;
        for (SourceFile file : sources.files()) {
            files = wanted.test(file) ? files.with(file) : files;
        }
        return files;
    }

    private Path copied(Path reports) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(reports.getFileName()));
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    /** Replaces the number of the first plain outcome of a table; returns what it was. */
    private static String replaceFirstOutcome(Path table, String number) throws IOException {
        List<String> rows = new ArrayList<>(Files.readAllLines(table));
        int row = firstOutcome(rows);
        String[] cells = rows.get(row).split(",", -1);
        String before = cells[7];
        cells[7] = number;
        rows.set(row, String.join(",", cells));
        Files.write(table, rows);
        return before;
    }

    /** The row of a table of statements with a plain outcome. */
    private static int firstOutcome(List<String> rows) {
        for (int row = 0; row < rows.size(); row++) {
            String[] cells = rows.get(row).split(",", -1);
            if (rows.get(row).indexOf('"') < 0
                    && cells[1].equals("outcome")
                    && !cells[7].isEmpty()) {
                return row;
            }
        }
        throw new IllegalStateException("no row with an outcome");
    }

    private static Sources fupingThings() {
        return files(
                SOURCES,
                file -> file.path().startsWith(FUPING) && file.role() == SourceRole.THINGS);
    }

    /** A document on Dapeng that mentions a thing of Fuping. */
    private Sources note() throws IOException {
        Node thing = subject(fupingThings(), RDFS.label.asNode());
        Node dapeng =
                files(SOURCES, file -> file.path().startsWith(DAPENG)).files().stream()
                        .flatMap(file -> file.graph().stream(Node.ANY, Dkg.term("place"), Node.ANY))
                        .map(Triple::getObject)
                        .findFirst()
                        .orElseThrow();
        String text =
                """
                @prefix : <https://w3id.org/districtkg/ns#> .
                @prefix v: <https://w3id.org/districtkg/vocab/> .
                @prefix id: <https://w3id.org/districtkg/id/> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

                id:note a :Document ; rdfs:label "短讯"@zh , "News in brief"@en ;
                    :kind v:press-report ; :reliability :press ; :place <PLACE> ; :published "2021-12-03"^^xsd:date .
                id:note-ref a :Reference ; :document id:note ; :locator "首段"@zh , "first paragraph"@en ;
                    :mentions <THING> .
                """;
        Path note = folder.resolve("note.ttl");
        Files.writeString(
                note, text.replace("PLACE", dapeng.getURI()).replace("THING", thing.getURI()));
        return Sources.read(List.of(note));
    }

    private static Node subject(Sources sources, Node predicate) {
        return sources.files().getFirst().graph().stream(Node.ANY, predicate, Node.ANY)
                .map(Triple::getSubject)
                .findFirst()
                .orElseThrow();
    }
}
