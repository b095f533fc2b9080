package districtkg;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/** Doubted statements are in no answer of a query that does not ask for them. */
class DoubtedStatementTest {
    private static final List<Node> DEFAULTS =
            List.of(
                    Dkg.STATEMENT,
                    Dkg.term("Outcome"),
                    Dkg.term("Commitment"),
                    Dkg.term("Target"),
                    Dkg.term("Recognition"));

    private static final Sources REAL = Fixture.real();
    private static final Graph ALL = Fixture.realGraph();

    @Test
    void aDoubtedStatementIsOfNoClassThatIsAskedForByDefault() {
        List<Node> doubted =
                ALL.stream(Node.ANY, Dkg.term("suspect"), Node.ANY)
                        .map(Triple::getSubject)
                        .distinct()
                        .toList();

        assertThat(doubted)
                .hasSizeGreaterThan(20)
                .allMatch(one -> ALL.contains(one, RDF.type.asNode(), Dkg.DOUBTED_STATEMENT))
                .noneMatch(
                        one ->
                                DEFAULTS.stream()
                                        .anyMatch(
                                                kind ->
                                                        ALL.contains(
                                                                one, RDF.type.asNode(), kind)));
    }

    @Test
    void aDoubtedStatementDecidesNothingAndIsNotJudged() {
        assertThat(ALL.stream(Node.ANY, Dkg.term("suspect"), Node.ANY).map(Triple::getSubject))
                .isNotEmpty()
                .noneMatch(one -> ALL.contains(one, Dkg.term("verdict"), Node.ANY))
                .noneMatch(one -> ALL.contains(Node.ANY, Dkg.term("evidence"), one))
                .allMatch(one -> ALL.contains(one, Dkg.DOCUMENT_OF, Node.ANY));
    }
}
