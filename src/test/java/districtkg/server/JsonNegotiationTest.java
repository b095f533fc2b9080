package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.fuseki.DEF;
import org.apache.jena.fuseki.system.ConNeg;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shortcut for JSON gives the same response as Fuseki's content negotiation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonNegotiationTest {
    private static final String TABLE = "sparql?query=SELECT%20*%20%7B%20?s%20a%20:Document%20%7D";
    private static final String BOOLEAN = "sparql?query=ASK%20%7B%7D";

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
                "application/sparql-results+json",
                "application/sparql-results+json,*/*;q=0.9",
                "application/sparql-results+json, text/csv",
                "application/sparql-results+json,application/sparql-results+xml",
                "application/sparql-results+json;q=0.1, text/csv",
                "application/sparql-results+json;q=0.8,application/sparql-results+xml",
                "application/sparql-results+json ;q=0.1, text/csv;q=0.5",
                "application/sparql-results+jsonx, text/csv",
                "text/csv, application/sparql-results+json",
                "text/csv;q=0.5, application/sparql-results+json",
                "application/sparql-results+xml",
                "application/*",
                "*/*"
            })
    void anAnswerComesInTheFormThatIsNegotiated(String accept) throws Exception {
        assertThat(type(TABLE, accept)).isEqualTo(negotiated(accept, DEF.rsOfferTable));
        assertThat(type(BOOLEAN, accept)).isEqualTo(negotiated(accept, DEF.rsOfferBoolean));
    }

    @ParameterizedTest
    @ValueSource(strings = {"output", "format", "results"})
    void aParameterNamesAnother(String name) throws Exception {
        String csv = type(TABLE + "&" + name + "=csv", "application/sparql-results+json");

        assertThat(csv).isEqualTo("text/csv");
    }

    @Test
    void constructIsNotServedAsATable() throws Exception {
        String graph = "sparql?query=CONSTRUCT%20WHERE%20%7B%20?s%20a%20:Document%20%7D";

        assertThat(type(graph, "application/sparql-results+json, text/turtle"))
                .isEqualTo("text/turtle");
    }

    private String type(String path, String accept) throws Exception {
        HttpResponse<String> answer =
                Http.send(
                        HttpRequest.newBuilder(server.address().resolve(path))
                                .header("Accept", accept)
                                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.headers().firstValue("Content-Type").orElseThrow().split(";", 2)[0];
    }

    private static String negotiated(String accept, AcceptList offered) {
        return ConNeg.match(accept, offered).getContentTypeStr();
    }
}
