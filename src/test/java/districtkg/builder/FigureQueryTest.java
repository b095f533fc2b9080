package districtkg.builder;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.compare.Comparison;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.query.QueryReader;
import districtkg.statement.Statement;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.ModelFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureQueryTest {
    private static final GraphReader THINGS = new GraphReader(Fixture.realGraph());

    @ParameterizedTest(name = "{0}, {1} to {2}, in {3}")
    @CsvSource({
        "gdp-growth, '', '', EN",
        "gdp-growth, 2016, 2020, ZH",
        "urban-jobs-added, 2018, '', EN",
        "land-area, '', 2020, EN"
    })
    void theQueryGivesTheFiguresOfTheTable(
            String indicator, String from, String to, Language language) {
        Comparison shown =
                Comparison.of(
                        THINGS,
                        language,
                        List.of("lusong", "zhuzhou"),
                        List.of(indicator),
                        from,
                        to);
        Ref measured = shown.indicators().getFirst().indicator();

        List<String> rows =
                rows(new FigureQuery(shown.places(), measured, from, to, language).text());

        assertThat(rows)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        shown.statements().stream().map(FigureQueryTest::row).toList());
    }

    private static List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        QueryReader reader = new QueryReader(Fixture.real().prefixes());
        try (QueryExecution run =
                QueryExecutionFactory.create(
                        reader.read(query),
                        ModelFactory.createModelForGraph(Fixture.realGraph()))) {
            run.execSelect()
                    .forEachRemaining(
                            row ->
                                    rows.add(
                                            String.join(
                                                    " ",
                                                    row.getLiteral("place").getString(),
                                                    row.getLiteral("year").getLexicalForm(),
                                                    row.getLiteral("document").getString())));
        }
        return rows;
    }

    private static String row(Statement one) {
        return String.join(" ", one.about().getFirst().name(), one.year(), one.document().name());
    }
}
