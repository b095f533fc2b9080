package districtkg.difference;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.difference.Change.Sort;
import districtkg.graph.GraphReader;
import districtkg.source.Sources;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SchemaDO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two years of a made-up district, held against each other. */
class DocumentDifferenceTest {
    private static final Sources YUNHE = Fixture.yunhe();
    private static final Statements STATEMENTS =
            new Statements(new GraphReader(Fixture.yunheGraph()), Language.EN);
    private static final List<Change> CHANGES = between("yunhe-2021", "yunhe-2022");

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "",
            textBlock =
                    """
            ADDS        |                                        | GDP growth target, 2022
            CONFIRMS    | Jobs to be added, 2021                 | Jobs added, 2021
            CONFIRMS    | Wanghu Road to open by June 2021       | Wanghu Road opened
            CONTRADICTS | Registered unemployment ceiling, 2021  | Registered unemployment, 2021
            CONTRADICTS | Yunling Cableway to be started, 2021   | Yunling Cableway cancelled
            CHANGES     | GDP growth, 2020                       | GDP growth, 2021
            CHANGES     | Rank in the city performance review, 2020 | Rank in the city performance review, 2021
            CHANGES     | Huanhu Road to be completed, 2021      | Huanhu Road to be completed and opened, 2022
            PASSES_OVER | Parking spaces to be added, 2021       |
            """)
    void aYearIsComparedWithTheOneBefore(Sort sort, String earlier, String later) {
        assertThat(CHANGES)
                .anyMatch(
                        change ->
                                change.sort() == sort
                                        && name(change.earlier())
                                                .equals(Optional.ofNullable(earlier))
                                        && name(change.later()).equals(Optional.ofNullable(later)));
    }

    @Test
    void everyStatementOfBothIsAccountedFor() {
        assertThat(CHANGES.stream().flatMap(change -> change.earlier().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(of("yunhe-2021"));
        assertThat(CHANGES.stream().flatMap(change -> change.later().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(of("yunhe-2022"));
    }

    @Test
    void whatIsInDoubtNeitherConfirmsNorContradicts() {
        assertThat(between("yunhe-press-2021", "yunhe-2022"))
                .filteredOn(
                        change ->
                                change.earlier().stream()
                                        .anyMatch(said -> !said.suspect().isEmpty()))
                .isNotEmpty()
                .noneMatch(
                        change ->
                                change.sort() == Sort.CONFIRMS
                                        || change.sort() == Sort.CONTRADICTS);
    }

    @Test
    void aChangeIsAnActionOnWhatWasSaid() {
        Graph graph = DocumentDifference.graph(CHANGES);

        assertThat(graph.find(Node.ANY, SchemaDO.object.asNode(), Node.ANY).toList())
                .hasSize((int) CHANGES.stream().filter(one -> one.earlier().isPresent()).count());
        assertThat(
                        graph.contains(
                                Node.ANY,
                                SchemaDO.result.asNode(),
                                Dkg.iri(Dkg.ID + "yunhe-2022-gdp-growth-2021")))
                .isTrue();
    }

    private static List<Change> between(String earlier, String later) {
        return DocumentDifference.between(
                Dkg.iri(Dkg.ID + earlier), Dkg.iri(Dkg.ID + later), STATEMENTS);
    }

    private static List<Statement> of(String document) {
        return STATEMENTS.with(Dkg.DOCUMENT_OF, Dkg.iri(Dkg.ID + document));
    }

    private static Optional<String> name(Optional<Statement> statement) {
        return statement.map(one -> one.self().name());
    }
}
