package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.query.QueryReader;
import districtkg.question.QuestionGraph;
import districtkg.question.Questions;
import districtkg.question.Questions.Question;
import districtkg.vocab.Dkg;
import districtkg.web.PageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example question, asked over HTTP, gets the answer that a person found in the documents.
 */
class QuestionsTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("127.0.0.1", 0, Fixture.realEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Question> questions() {
        return Questions.in(Fixture.ONTOLOGY.resolve("questions"));
    }

    /** The questions on one place. Those on many are asked where their reports are loaded. */
    static List<Question> onOnePlace() {
        return questions().stream()
                .filter(question -> question.file().getParent().endsWith("questions"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onOnePlace")
    void aQuestionHasItsRecordedAnswer(Question question) throws IOException, InterruptedException {
        List<String> recorded = Files.readAllLines(question.recorded());

        List<String> answer =
                Http.query(server, question.text(), "text/csv").body().lines().toList();

        assertThat(recorded)
                .as("a recorded answer holds more than a heading")
                .hasSizeGreaterThan(1);
        if (question.text().contains("ORDER BY")) {
            assertThat(answer).isEqualTo(recorded);
        } else {
            assertThat(answer).containsExactlyInAnyOrderElementsOf(recorded);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void aQuestionIsInBothLanguagesAndPlain(Question question) {
        for (String key : List.of("title-en", "title-zh", "question-en", "question-zh")) {
            assertThat(question.head(key)).as(key).isPresent().get().asString().isNotBlank();
        }
        String query =
                question.text()
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .collect(Collectors.joining("\n"))
                        .toUpperCase(Locale.ROOT);
        assertThat(query).doesNotContain("GRAPH", "LANG(", "PREFIX");
        assertThat(query.contains("OPTIONAL"))
                .as("only the table of targets keeps those without an outcome")
                .isEqualTo(question.name().equals("gdp-growth-targets-and-outcomes"));
    }

    @Test
    void theQuestionsAreDataThatEditorsLoad() {
        Graph graph = QuestionGraph.of(questions());
        Node select = Dkg.iri("http://www.w3.org/ns/shacl#select");
        QueryReader reader = new QueryReader(Fixture.real().prefixes());

        assertThat(graph.stream(Node.ANY, select, Node.ANY))
                .hasSize(questions().size())
                .allSatisfy(
                        query ->
                                assertThat(
                                                reader.read(
                                                                query.getObject()
                                                                        .getLiteralLexicalForm())
                                                        .isSelectType())
                                        .isTrue());
        assertThat(graph.stream(Node.ANY, RDFS.comment.asNode(), Node.ANY))
                .hasSize(2 * questions().size());
    }

    /** What the SPARQL editor of SIB asks an endpoint when it opens. */
    @Test
    void anEditorFindsTheQuestionsAndThePrefixes() throws IOException, InterruptedException {
        String examples =
                """
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                SELECT DISTINCT ?sq ?comment ?query
                WHERE { ?sq a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct|sh:describe ?query }
                ORDER BY ?sq
                """;
        String prefixes =
                "PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT DISTINCT ?prefix ?namespace { [] sh:namespace ?namespace ; sh:prefix ?prefix }";

        assertThat(Http.query(server, examples, "text/tab-separated-values").body().lines())
                .hasSize(1 + 2 * questions().size());
        assertThat(Http.query(server, prefixes, "text/csv").body().lines())
                .contains("id,https://w3id.org/districtkg/id/");
    }

    @Test
    void thereAreQuestions() {
        assertThat(questions()).hasSizeGreaterThan(40);
    }
}
