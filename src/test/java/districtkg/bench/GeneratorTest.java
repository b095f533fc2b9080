package districtkg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.dataset.PreparedDataset;
import districtkg.derive.Derivation;
import districtkg.edition.Edition;
import districtkg.graph.GraphReader;
import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import districtkg.validate.Validation;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smallest nation: three districts, with the ontology and the lists that all share. */
class GeneratorTest {
    private static final Path LISTS = Path.of("data/lists");
    private static final int SMALL = 45_000;

    /** Another size; {@code -Dnation=400000} tries a greater one. */
    private static final int LARGE = Integer.getInteger("nation", 80_000);

    /** Districts of a nation of a million triples. */
    private static final int MANY = 200;

    @TempDir private static Path folder;
    private static long promised;
    private static DatasetGraph data;

    @BeforeAll
    static void generate() {
        promised = write(folder.resolve("nation.nq.gz"));
        data =
                PreparedDataset.read(
                                List.of(folder.resolve("nation.nq.gz")),
                                Node.ANY,
                                UnaryOperator.identity())
                        .data();
    }

    @Test
    void itHoldsAsManyTriplesAsWereAskedForAndCounted() {
        assertThat(promised).isBetween((long) SMALL, SMALL + 10_000L);
        assertThat(data.getDefaultGraph().size()).isEqualTo((int) promised);
        assertThat(data.listGraphNodes())
                .toIterable()
                .contains(Dkg.iri(Dkg.GRAPH + "sample-report-0002-2019"), Dkg.DERIVED);
    }

    @Test
    void theSameArgumentsWriteTheSameBytes() throws IOException {
        Path once = folder.resolve("once.nq");
        Path again = folder.resolve("again.nq");
        write(once);
        write(again);

        assertThat(Files.mismatch(once, again)).isEqualTo(-1);
    }

    @Test
    void theDataConformWithoutWarnings() {
        assertThat(Validation.of(asserted())).isEmpty();
    }

    @Test
    void aLargerNationHoldsToTheShapesToo(@TempDir Path other) {
        Path file = other.resolve("nation.nq.gz");
        write(LARGE, file);

        assertThat(Validation.of(Sources.read(List.of(Fixture.ONTOLOGY, file)))).isEmpty();
    }

    /** Of many districts some have no figure or project for a section. */
    @Test
    void noSectionOfManyDistrictsIsEmpty() {
        GraphReader lists =
                new GraphReader(Sources.read(List.of(Fixture.ONTOLOGY, LISTS)).asserted());
        Node section = Dkg.term("section");
        int sections = 0;
        for (int number = 1; number <= MANY; number++) {
            SampleDistrict district =
                    new SampleDistrict(
                            lists, number, Generator.FIRST_YEAR, Generator.YEARS, Generator.SEED);
            for (Graph document : district.documents().values()) {
                for (Triple typed :
                        document.find(Node.ANY, RDF.type.asNode(), Dkg.term("Section")).toList()) {
                    assertThat(document.contains(Node.ANY, section, typed.getSubject()))
                            .as(typed.getSubject().toString())
                            .isTrue();
                    sections++;
                }
            }
        }
        assertThat(sections).isGreaterThan(MANY);
    }

    @Test
    void aFewDistrictsAtATimeDeriveWhatAllTogetherDo() {
        Sources sources = asserted();
        Graph written = new GraphMemFast();
        sources.files().stream()
                .filter(file -> file.role().visible())
                .filter(file -> !file.graphName().equals(Dkg.QUESTIONS))
                .forEach(file -> addAll(written, file.graph()));

        Graph whole = Derivation.of(written, Fixture.rules(sources));

        Graph pieces = data.getGraph(Dkg.DERIVED);
        assertThat(whole.size()).isGreaterThan(5_000);
        assertThat(pieces.stream()).allMatch(whole::contains);
        assertThat(whole.stream()).allMatch(pieces::contains);
    }

    @Test
    void promisesEndInEveryWay() {
        Node verdict = Dkg.term("verdict");
        assertThat(
                        data.getDefaultGraph().stream(Node.ANY, verdict, Node.ANY)
                                .map(Triple::getObject)
                                .distinct())
                .extracting(Node::getLocalName)
                .contains(
                        "kept",
                        "keptLate",
                        "overdue",
                        "missed",
                        "pending",
                        "unknown",
                        "notComparable",
                        "notMeasurable");
    }

    @Test
    void everyKindOfStatementAndThingIsThere() {
        assertThat(
                        List.of(
                                "Outcome",
                                "Target",
                                "Commitment",
                                "Recognition",
                                "Project",
                                "Facility",
                                "Program",
                                "Company",
                                "PublicBody",
                                "Event",
                                "City",
                                "Province",
                                "Section",
                                "Passage"))
                .allMatch(
                        name ->
                                data.getDefaultGraph()
                                        .contains(Node.ANY, RDF.type.asNode(), Dkg.term(name)));
        assertThat(asserted().files()).extracting(SourceFile::role).contains(SourceRole.CATALOG);
    }

    @Test
    void itIsServedLikeAnyOtherData() {
        Edition edition =
                Edition.prepared(
                        List.of(folder.resolve("nation.nq.gz")),
                        UnaryOperator.identity(),
                        Fixture.ONTOLOGY);

        assertThat(edition.prefixes().getNsPrefixURI("v")).isEqualTo(Dkg.VOCAB);
        assertThat(edition.things().all(Dkg.term("District"))).hasSizeGreaterThan(1);
    }

    private static Sources asserted() {
        return Sources.read(List.of(Fixture.ONTOLOGY, folder.resolve("nation.nq.gz")));
    }

    private static long write(Path file) {
        return write(SMALL, file);
    }

    private static long write(int triples, Path file) {
        return Generator.write(
                triples,
                file,
                Fixture.ONTOLOGY,
                LISTS,
                new PrintStream(OutputStream.nullOutputStream()));
    }

    private static void addAll(Graph graph, Graph more) {
        more.stream().forEach((Triple triple) -> graph.add(triple));
    }
}
