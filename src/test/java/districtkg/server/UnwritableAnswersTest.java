package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a format cannot write: what is sent with 200 is well formed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnwritableAnswersTest {
    @SuppressWarnings("NullAway.Init")
    private Server server;

    @BeforeAll
    void start() {
        server = Server.start(ServerSettings.at("127.0.0.1", 0), Fixture.yunheEdition());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (\"x\\u0007y\" AS ?e) {}",
                "SELECT (\"x\\u0000y\"@en AS ?e) {}",
                "SELECT (\"x\\uFFFFy\" AS ?e) {}",
                "SELECT (STRDT(\"x\\u0007y\", xsd:date) AS ?e) {}",
                "SELECT (SUBSTR(\"🙂\", 1) AS ?e) {}"
            })
    void xmlOfRowsIsWellFormed(String query) throws Exception {
        HttpResponse<String> answer = Http.query(server, query, "application/sparql-results+xml");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(
                                        new ByteArrayInputStream(
                                                answer.body().getBytes(StandardCharsets.UTF_8)))
                                .getDocumentElement()
                                .getTextContent())
                .containsAnyOf("x\uFFFDy", "🙂");
    }

    @Test
    void otherFormatsKeepControlCharacters() throws Exception {
        assertThat(
                        Http.query(
                                        server,
                                        "SELECT (\"x\\u0007y\" AS ?e) {}",
                                        "application/sparql-results+json")
                                .body())
                .contains("x\\u0007y");
    }

    @ParameterizedTest
    @CsvSource({
        "application/ld+json,406",
        "application/rdf+xml,406",
        "text/turtle,200",
        "application/n-triples,200",
        "'application/ld+json, text/turtle;q=0.5',200",
        "*/*,200"
    })
    void aTripleTermInAnOlderFormatIsNotAcceptable(String accept, int status) throws Exception {
        assertThat(
                        Http.query(
                                        server,
                                        "CONSTRUCT { id:a rdfs:seeAlso <<( id:s :in id:o )>> } WHERE {}",
                                        accept)
                                .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "CONSTRUCT { id:a rdfs:label ?e } { BIND(\"x\\u0007y\" AS ?e) }",
        "CONSTRUCT { ?e rdfs:label 1 } { BIND(IRI(\"http://x.org/x\\u0007y\") AS ?e) }"
    })
    void rdfXmlIsWellFormed(String query) throws Exception {
        HttpResponse<String> answer = Http.query(server, query, "application/rdf+xml");

        assertThat(answer.statusCode()).isIn(200, 406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/n-triples",
                "text/turtle",
                "application/ld+json",
                "application/rdf+xml"
            })
    void illegalTriplesOfATemplateAreLeftOut(String accept) throws Exception {
        HttpResponse<String> answer =
                Http.query(
                        server,
                        "CONSTRUCT { ?n rdfs:seeAlso ?s . ?s ?n 1 . ?s ?b 2 . ?s rdfs:label ?n } WHERE { ?s a :Place ; :nameEn ?n BIND(BNODE() AS ?b) } LIMIT 2",
                        accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        Lang lang =
                org.apache.jena.riot.RDFLanguages.contentTypeToLang(
                        answer.headers()
                                .firstValue("Content-Type")
                                .orElseThrow()
                                .replaceFirst(";.*", ""));
        Graph graph = RDFParser.fromString(answer.body(), lang).toGraph();
        assertThat(graph.size()).isEqualTo(2);
    }
}
