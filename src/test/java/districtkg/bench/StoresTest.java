package districtkg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.graph.DatasetExporter;
import districtkg.question.Questions;
import districtkg.question.Questions.Question;
import districtkg.server.Server;
import districtkg.web.PageSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The export answers every question in other stores as in ours. */
class StoresTest {
    /** The differences that docs/stores.md explains. */
    private static final Map<String, StoreAnswer.Match> RDF4J =
            Map.of(
                    "airport-promises", StoreAnswer.Match.ORDER,
                    "investment-per-contract", StoreAnswer.Match.FORM,
                    "average-delay", StoreAnswer.Match.FORM);

    @TempDir private static Path folder;

    private static Server server;
    private static QuestionStore ours;
    private static QuestionStore tdb2;
    private static QuestionStore rdf4j;

    @BeforeAll
    static void load() throws IOException {
        Edition edition = Fixture.realEdition();
        Path quads = folder.resolve("export.nq");
        Path triples = folder.resolve("export.nt");
        DatasetExporter.write(edition.data(), edition.prefixes(), quads);
        DatasetExporter.write(edition.data(), edition.prefixes(), triples);
        server = Server.start("127.0.0.1", 0, edition, PageSettings.NONE);
        ours = QuestionStore.endpoint(server.address().resolve("sparql"));
        tdb2 = QuestionStore.tdb2(quads);
        rdf4j = QuestionStore.rdf4j(triples);
    }

    @AfterAll
    static void close() throws IOException, InterruptedException {
        tdb2.close();
        rdf4j.close();
        server.close();
    }

    /** The questions on one place; stores.sh asks those on many. */
    static List<Question> questions() {
        return Questions.in(Fixture.ONTOLOGY.resolve("questions")).stream()
                .filter(question -> question.file().getParent().endsWith("questions"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void tdb2AnswersTheSame(Question question) throws IOException {
        assertThat(match(question, tdb2)).isEqualTo(StoreAnswer.Match.SAME);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void rdf4jAnswersTheSame(Question question) throws IOException {
        assertThat(match(question, rdf4j))
                .isEqualTo(RDF4J.getOrDefault(question.name(), StoreAnswer.Match.SAME));
    }

    @Test
    void thereAreQuestions() {
        assertThat(questions()).hasSizeGreaterThan(40);
    }

    private static StoreAnswer.Match match(Question question, QuestionStore store)
            throws IOException {
        String query = StoreComparison.complete(question.text(), Fixture.realEdition().prefixes());
        return StoreAnswer.compare(ours.ask(query), store.ask(query), query.contains("ORDER BY"));
    }
}
