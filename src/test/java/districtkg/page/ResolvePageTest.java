package districtkg.page;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.problem.Reason;
import districtkg.server.Server;
import districtkg.web.Client;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolvePageTest {
    private static final String ROOT = "https://w3id.org/districtkg/";

    private static Server server;

    @BeforeAll
    static void start() {
        server = Sites.serve(Fixture.yunheEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            id/yunhe                | /id/yunhe
            id/yunhe.ttl            | /id/yunhe.ttl
            id/yunhe-2021#char=31,56 | /id/yunhe-2021#char=31,56
            vocab/gdp-growth        | /vocab/gdp-growth
            ns#Target               | /ns#Target
            ns                      | /ns
            ns/1.0.0                | /ns
            graph/derived           | /graph/derived
            question/gdp-growth     | /graph/questions
            errors#not-found        | /errors#not-found
            errors                  | /errors
            prefixes                | /graph/ontology
            prefixes#dkg            | /graph/ontology
            alignments              | /graph/alignments
            dataset                 | /graph/void
            sparql                  | /sparql
            context.jsonld          | /context.jsonld
            ''                      | /
            """)
    void anIriOfOursLeadsToWhereThisServerAnswersForIt(String rest, String path) throws Exception {
        HttpResponse<String> answer = resolve(ROOT + rest);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Client.header(answer, "Location")).isEqualTo(path);
    }

    @Test
    void everyIriOfTheDataThatIsOursLeadsToAnAnswer() throws Exception {
        List<String> iris =
                server.edition().data().getDefaultGraph().stream()
                        .flatMap(
                                triple ->
                                        Stream.of(
                                                triple.getSubject(),
                                                triple.getPredicate(),
                                                triple.getObject()))
                        .filter(Node::isURI)
                        .map(Node::getURI)
                        .filter(iri -> iri.startsWith(ROOT))
                        .map(iri -> iri.replaceFirst("#.*$", ""))
                        .distinct()
                        .filter(iri -> !iri.equals(ROOT + "sparql"))
                        .toList();

        assertThat(iris).hasSizeGreaterThan(100);
        List<String> lost = new ArrayList<>();
        for (String iri : iris) {
            HttpResponse<String> answer =
                    Client.follow(
                            server,
                            "/resolve?iri=" + URLEncoder.encode(iri, StandardCharsets.UTF_8),
                            "Accept",
                            "text/turtle, */*;q=0.1");
            if (answer.statusCode() != 200) {
                lost.add(iri);
            }
        }
        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "http:evil.example",
                "http://evil.example/",
                "https://evil.example/",
                "javascript:alert(1)",
                "data:text/html,x",
                "/id/yunhe",
                "id/yunhe",
                "\\\\evil.example",
                "https://w3id.org/",
                "https://w3id.org/districtkgs/id/yunhe",
                "http://w3id.org/districtkg/id/yunhe",
                "https://w3id.org@evil.example/districtkg/id/yunhe",
                "https://w3id.org/districtkg//evil.example",
                "https://w3id.org/districtkg///evil.example",
                "https://w3id.org/districtkg/\\evil.example",
                "https://w3id.org/districtkg/\\/evil.example",
                "https://w3id.org/districtkg/..//evil.example",
                "https://w3id.org/districtkg/../evil",
                "https://w3id.org/districtkg/id/../../evil",
                "https://w3id.org/districtkg/.//evil.example",
                "https://w3id.org/districtkg/\t/evil.example",
                "https://w3id.org/districtkg/ //evil.example",
                "https://w3id.org/districtkg/id/x\r\nSet-Cookie: a=b",
                "https://w3id.org/districtkg/id/x\nLocation: //evil.example",
                "https://w3id.org/districtkg/id/x?next=//evil.example",
                "https://w3id.org/districtkg/id/x#\r\nX: y"
            })
    void nothingLeadsElsewhere(String iri) throws Exception {
        HttpResponse<String> answer = resolve(iri);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.header(answer, "Location")).isEmpty();
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "x");
        assertThat(answer.body()).contains("errors#foreign-iri", "w3id.org/districtkg");
    }

    @Test
    void whateverFollowsTheRootStaysOnThisServer() throws Exception {
        for (String rest :
                List.of(
                        "@evil.example",
                        "id/@evil.example",
                        "id/%2F%2Fevil",
                        "id/%0D%0AX:y",
                        "区")) {
            HttpResponse<String> answer = resolve(ROOT + rest);

            assertThat(answer.statusCode()).as(rest).isEqualTo(303);
            assertThat(Client.header(answer, "Location"))
                    .startsWith("/")
                    .doesNotStartWith("//")
                    .matches("[!-~]+");
        }
    }

    @Test
    void withoutAnIriThereIsAdvice() throws Exception {
        HttpResponse<String> answer = Client.get(server, "/resolve", "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("errors#missing-parameter", "/resolve?iri=");
    }

    @Test
    void theLanguageIsKept() throws Exception {
        assertThat(
                        Client.header(
                                Client.get(server, "/resolve?lang=zh&iri=" + ROOT + "id/yunhe"),
                                "Location"))
                .isEqualTo("/id/yunhe?lang=zh");
    }

    @Test
    void everyReasonIsExplainedInBothLanguagesWhereProblemsPoint() throws Exception {
        for (String language : List.of("en", "zh")) {
            String page = Client.get(server, "/errors?lang=" + language).body();

            for (Reason reason : Reason.values()) {
                assertThat(page)
                        .contains("id=\"" + reason.code() + "\"", "HTTP " + reason.status());
            }
        }
        assertThat(Client.get(server, "/errors?lang=zh").body()).contains("没有这个页面");
    }

    private static HttpResponse<String> resolve(String iri) throws Exception {
        return Client.get(
                server,
                "/resolve?iri=" + URLEncoder.encode(iri, StandardCharsets.UTF_8),
                "Accept",
                "application/json");
    }
}
