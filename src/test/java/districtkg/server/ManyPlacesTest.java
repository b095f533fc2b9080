package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.question.Questions;
import districtkg.question.Questions.Question;
import districtkg.web.PageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What follows from the reports of many places: questions whose answers were worked out from the
 * tables before they were asked, and what must hold of every scorecard and every restated figure.
 */
class ManyPlacesTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("127.0.0.1", 0, Fixture.corpus(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Question> questions() {
        return Questions.in(Fixture.ONTOLOGY.resolve("questions/places"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void aQuestionHasItsRecordedAnswer(Question question) throws IOException, InterruptedException {
        assertThat(lines(question.text()))
                .hasSizeGreaterThan(1)
                .isEqualTo(Files.readAllLines(question.recorded()));
    }

    @Test
    void thereAreFortyQuestions() {
        assertThat(questions()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void theTableOfGrowthHasOneRowForEachPlaceAndYear() throws IOException, InterruptedException {
        List<String> keys =
                lines(
                                """
                                SELECT ?place ?year {
                                  ?promised a :Target ; :indicator v:gdp-growth ; :place/:currentPlace ?place ; :year ?year ; :value ?target .
                                  OPTIONAL { ?promised :outcome ?outcome }
                                }
                                """)
                        .stream()
                        .skip(1)
                        .toList();

        assertThat(keys).hasSizeGreaterThan(80).doesNotHaveDuplicates();
    }

    @Test
    void everyPositionHasItsSourceAndLiesInChina() throws IOException, InterruptedException {
        String rows =
                Http.query(
                                server,
                                "SELECT ?place ?wkt ?source { ?place geo:hasGeometry ?point . ?point geo:asWKT ?wkt OPTIONAL { ?point dcterms:source ?source } }",
                                "text/csv")
                        .body();

        assertThat(rows.lines().skip(1))
                .hasSizeGreaterThan(11)
                .allMatch(
                        row ->
                                row.matches(
                                        ".*,POINT\\(1[0-9]{2}\\.[0-9]+ [1-5][0-9]\\.[0-9]+\\),https://.+"));
    }

    @Test
    void theCountsOfAScorecardAddUpToItsTargets() throws IOException, InterruptedException {
        assertThat(
                        lines(
                                """
                                SELECT ?card {
                                  ?card a :Scorecard ; :measurableTargets ?all ; :targetsMet ?met ; :targetsMissed ?missed ;
                                    :targetsNotComparable ?unclear ; :targetsNotReported ?silent ; :targetsPending ?ahead .
                                  FILTER(?met + ?missed + ?unclear + ?silent + ?ahead != ?all)
                                }
                                """))
                .hasSize(1);
        assertThat(
                        lines(
                                """
                                SELECT ?card ?all {
                                  { SELECT ?card (COUNT(?target) AS ?counted) { ?target :scorecard ?card } GROUP BY ?card }
                                  ?card :measurableTargets ?all .
                                  FILTER(?counted != ?all)
                                }
                                """))
                .hasSize(1);
        assertThat(lines("SELECT ?card { ?card a :Scorecard }")).hasSizeGreaterThan(100);
    }

    @Test
    void theNewestOfRestatedFiguresIsPreferred() throws IOException, InterruptedException {
        assertThat(lines("SELECT ?new ?old { ?new :revises ?old }")).hasSizeGreaterThan(20);
        assertThat(lines("SELECT ?old { ?new :revises ?old . ?old a :PreferredStatement }"))
                .hasSize(1);
        assertThat(lines("SELECT ?target ?old { ?new :revises ?old . ?target :evidence ?old }"))
                .hasSize(1);
    }

    @Test
    void aVerdictNeverReachesOverAChangeOfPlace() throws IOException, InterruptedException {
        assertThat(
                        lines(
                                """
                                SELECT ?target {
                                  VALUES ?verdict { :kept :missed }
                                  ?target a :Target ; :verdict ?verdict ; :place ?one ; :evidence/:place ?other .
                                  FILTER(?one != ?other)
                                }
                                """))
                .hasSize(1);
        assertThat(lines("SELECT ?target { ?target :reason :placeChanged }")).hasSizeGreaterThan(5);
    }

    private static List<String> lines(String query) throws IOException, InterruptedException {
        return Http.query(server, query, "text/csv").body().lines().toList();
    }
}
