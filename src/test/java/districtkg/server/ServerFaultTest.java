package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.web.PageSettings;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Internal errors: what the client gets, and what is logged. */
@Isolated("reads the log of the whole process")
class ServerFaultTest {
    private static final String DETAIL = "a detail of our insides";

    @Test
    void anInternalErrorIsLoggedUnderItsRequestId() throws Exception {
        Edition whole = Fixture.yunheEdition();
        AtomicBoolean broken = new AtomicBoolean();
        Edition edition =
                new Edition(
                        breaking(whole.data(), broken),
                        whole.prefixes(),
                        whole.questions(),
                        whole.version());
        try (Server server = Server.start("127.0.0.1", 0, edition, PageSettings.NONE)) {
            broken.set(true);
            for (String form : List.of("application/json", "text/plain", "text/html")) {
                for (String path :
                        List.of(
                                "sparql?query=ASK%7BGRAPH?g%7B?s?p?o%7D%7D",
                                "data?graph=https://w3id.org/districtkg/graph/yunhe-2021")) {
                    List<String> told = Logged.during(() -> tells(server, path, form));

                    assertThat(told).singleElement().asString().contains(last);
                }
            }
        }
    }

    private String last = "";

    private void tells(Server server, String path, String form) throws Exception {
        HttpResponse<String> answer = Http.get(server, path, form);
        last = answer.headers().firstValue("X-Request-Id").orElseThrow();

        assertThat(answer.statusCode()).as(path).isEqualTo(500);
        assertThat(answer.body())
                .contains(last)
                .doesNotContain(DETAIL, "Exception", "\tat ", "districtkg.server");
        if (form.equals("application/json")) {
            assertThat(JSON.parse(answer.body()).getString("request")).isEqualTo(last);
        }
    }

    private static DatasetGraph breaking(DatasetGraph data, AtomicBoolean broken) {
        return new DatasetGraphWrapper(data) {
            @Override
            public Graph getGraph(Node name) {
                check();
                return super.getGraph(name);
            }

            @Override
            public java.util.Iterator<Node> listGraphNodes() {
                check();
                return super.listGraphNodes();
            }

            @Override
            public boolean containsGraph(Node name) {
                check();
                return super.containsGraph(name);
            }

            @Override
            protected DatasetGraph get() {
                check();
                return super.get();
            }

            private void check() {
                if (broken.get()) {
                    throw new IllegalStateException(DETAIL);
                }
            }
        };
    }
}
