package districtkg.edition;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.derive.Derivation;
import districtkg.derive.Rules;
import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** Deriving place by place gives what deriving everything at once gives. */
class PlaceInferenceTest {
    private static final Path FUPING = Path.of("data/reports/130624");
    private static final Path DAPENG = Path.of("data/reports/440300-dapeng");

    private static final Sources SOURCES =
            Sources.read(
                    List.of(
                            Fixture.ONTOLOGY,
                            Path.of("data/lists"),
                            Path.of("data/places"),
                            Fixture.YUNHE,
                            FUPING,
                            DAPENG));
    private static final Rules RULES = Fixture.rules(SOURCES);

    @Test
    void theSameFollowsPlaceByPlaceAsAtOnce() {
        assertThat(SOURCES.placeFolders()).containsExactly(FUPING, DAPENG);
        assertSameAsAtOnce(SOURCES, PlaceInference.NONE);
    }

    @Test
    void withoutTablesEverythingIsDerivedAtOnce() {
        assertThat(Fixture.yunhe().placeFolders()).isEmpty();
        assertSameAsAtOnce(Fixture.yunhe(), PlaceInference.NONE);
    }

    @Test
    void aDocumentInAnotherFolderIsComparedWithTheTablesOfItsPlace() {
        Sources moved = withoutAndWith(SOURCES, lastOf(FUPING), elsewhere(lastOf(FUPING)));

        assertThat(moved.placeFolders()).containsExactly(FUPING, DAPENG);
        assertThat(triples(PlaceInference.NONE, moved))
                .isEqualTo(triples(PlaceInference.NONE, SOURCES));
    }

    @Test
    void aChangeGivesTheSameAsAFullBuild() {
        PlaceInference kept = PlaceInference.NONE.next(SOURCES, RULES);
        Set<Triple> before = triples(kept, SOURCES);
        SourceFile document = elsewhere(lastOf(FUPING));
        Triple stated =
                document.graph().stream(Node.ANY, Dkg.VALUE, Node.ANY)
                        .min(Comparator.comparing(Triple::toString))
                        .orElseThrow();
        document.graph().delete(stated);
        document.graph()
                .add(
                        stated.getSubject(),
                        Dkg.VALUE,
                        NodeFactory.createLiteralDT("0.125", XSDDatatype.XSDdecimal));
        Sources changed = withoutAndWith(SOURCES, document.graphName(), document);
        Sources deleted = SOURCES.without(document.graphName());

        assertThat(triples(kept, changed)).isNotEqualTo(before);
        assertSameAsAtOnce(changed, kept);
        assertSameAsAtOnce(deleted, kept);
        assertThat(triples(kept, SOURCES)).isEqualTo(before);
        assertSameAsAtOnce(SOURCES, RULES.without("1-closure/names.rq"), kept);
    }

    private static void assertSameAsAtOnce(Sources sources, PlaceInference inference) {
        assertSameAsAtOnce(sources, RULES, inference);
    }

    private static void assertSameAsAtOnce(Sources sources, Rules rules, PlaceInference inference) {
        assertThat(triples(inference.next(sources, rules), sources.asserted()))
                .isNotEmpty()
                .isEqualTo(triples(Derivation.of(sources.asserted(), rules)));
    }

    /** The graph of the last document of a folder. */
    private static Node lastOf(Path folder) {
        return SOURCES.files().stream()
                .filter(file -> file.path().startsWith(folder))
                .filter(file -> file.role() == SourceRole.DOCUMENT)
                .map(SourceFile::graphName)
                .max(Comparator.comparing(Node::toString))
                .orElseThrow();
    }

    /** A document and its tables as one file of another folder. */
    private static SourceFile elsewhere(Node graph) {
        Graph whole = GraphFactory.createDefaultGraph();
        SOURCES.files().stream()
                .filter(file -> file.graphName().equals(graph) && file.role().visible())
                .forEach(file -> GraphUtil.addInto(whole, file.graph()));
        return new SourceFile(Path.of("data/documents/a.ttl"), graph, SourceRole.DOCUMENT, whole);
    }

    private static Sources withoutAndWith(Sources sources, Node graph, SourceFile file) {
        return sources.without(graph).with(file);
    }

    private static Set<Triple> triples(PlaceInference before, Sources sources) {
        return triples(before.next(sources, RULES), sources.asserted());
    }

    private static Set<Triple> triples(PlaceInference inference, Graph curated) {
        return inference.triples(curated).collect(Collectors.toSet());
    }

    private static Set<Triple> triples(Graph graph) {
        return graph.stream().collect(Collectors.toSet());
    }
}
