package districtkg.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The closed lists in the code have the members of the ontology. */
class ClosedListsTest {
    private static final Graph ONTOLOGY = RDFDataMgr.loadGraph("ontology/districtkg.ttl");

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("Bound", ClosedLists.BOUNDS),
                Arguments.of("Strength", ClosedLists.STRENGTHS),
                Arguments.of("Status", ClosedLists.STATUSES));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void hasTheMembersOfTheOntology(String type, List<String> members) {
        assertThat(
                        ONTOLOGY.stream(Node.ANY, RDF.type.asNode(), Dkg.term(type))
                                .map(one -> one.getSubject().getURI().substring(Dkg.NS.length())))
                .hasSizeGreaterThan(2)
                .containsExactlyInAnyOrderElementsOf(members);
    }
}
