package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.query.advice.Advice;
import districtkg.web.PageSettings;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that may be empty or mislead comes with advice; it is refused only on request. */
class QueryAdviceTest {
    private static final String JSON = "application/sparql-results+json";

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("127.0.0.1", 0, Fixture.realEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { ?s a :Nonsense }",
                "SELECT * { VALUES ?uri { id:lusong v:vann } ?uri rdfs:label ?l } LIMIT 1",
                "SELECT * { id:lusong :nameEn ?n OPTIONAL { id:lusong :nickname ?x } }",
                "SELECT * { ?s a :Place MINUS { ?s a :Nonsense } } LIMIT 1",
                "SELECT * { id:nobody ?p ?o }",
                "CONSTRUCT WHERE { id:lusong :nickname ?x }"
            })
    void aTermThatDoesNotExistIsAnsweredWithTheNearestAndRefusedOnRequest(String query)
            throws Exception {
        HttpResponse<String> answer = Http.query(server, query, JSON + ", text/turtle;q=0.5");
        HttpResponse<String> strict = strict(query);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(advice(answer)).startsWith("unknown-term;nearest=\"");
        assertThat(strict.statusCode()).isEqualTo(400);
        assertThat(strict.body()).contains("there is no ", "nearest: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    SELECT * { ?s :year "2019" }                            | right="2019";written="\\"2019\\""
                    SELECT * { ?s :due 2020 }                               | right="\\"2020\\"^^xsd:gYear";written="2020"
                    SELECT * { ?s rdfs:label "Lusong District" }            | right="\\"Lusong District\\"@en"
                    SELECT * { ?s rdfs:label ?l FILTER(?l = "Lusong District") } | right="\\"Lusong District\\"@en"
                    SELECT * { ?s rdfs:label "芦淞区" }                     | right=%"%22%e8%8a%a6%e6%b7%9e%e5%8c%ba%22@zh"
                    SELECT * { ?s :year ?y ; a :Outcome FILTER(?y > "2018") } | property=":year"
                    SELECT * { ?t :due ?y . ?o :year ?y }                   | property=":due"
                    """)
    void aLiteralOfAnotherDatatypeGetsTheUsualForm(String query, String told) throws Exception {
        HttpResponse<String> answer = Http.query(server, query, JSON);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(advice(answer)).startsWith("wrong-literal;").contains(told);
        assertThat(strict(query).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SELECT (SUM(?v) AS ?s) { ?o a :Outcome ; :value ?v }                                                  | mixed-indicators
                    SELECT (SUM(?v) AS ?s) { ?o a :Outcome ; :indicator v:runway-length ; :value ?v ; :year ?y }          |
                    SELECT (SUM(?v) AS ?s) { ?o a :Specification ; :indicator v:runway-length ; :value ?v }               | not-summable;indicator=
                    SELECT (AVG(?v) AS ?s) { ?o :indicator v:gdp-growth ; :value ?v }                                     | unweighted-average;indicator=
                    SELECT ?y (SUM(?v) AS ?s) { ?o a :Outcome ; :indicator v:contracted-investment ; :year ?y ; :place id:lusong ; :value ?v } GROUP BY ?y |
                    SELECT (AVG(?v) AS ?s) { ?o a :Outcome ; :indicator v:gdp-growth ; :value ?v }                        | repeated-facts;indicator=
                    SELECT (AVG(?v) AS ?s) { ?o a :Outcome , :PreferredStatement ; :indicator v:gdp-growth ; :value ?v }  |
                    SELECT ?i (COUNT(?v) AS ?s) { ?o :indicator ?i ; :value ?v } GROUP BY ?i                              |
                    """)
    void aMeaninglessSumGetsAdvice(String query, String told) throws Exception {
        HttpResponse<String> answer = Http.query(server, query, JSON);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(advice(answer)).startsWith(told == null ? "" : told);
        assertThat(advice(answer).isEmpty()).isEqualTo(told == null);
        assertThat(strict(query).statusCode()).isEqualTo(200);
    }

    @Test
    void aQueryWithoutFaultHasNoAdvice() throws Exception {
        assertThat(
                        advice(
                                Http.query(
                                        server,
                                        "SELECT * { id:lusong :nameEn ?name ; rdfs:label \"芦淞区\"@zh }",
                                        JSON)))
                .isEmpty();
    }

    @Test
    void theHeaderIsBounded() throws Exception {
        String many =
                IntStream.range(0, 500)
                        .mapToObj(one -> "v:nothing-of-the-kind-" + "x".repeat(100) + one)
                        .collect(Collectors.joining(" "));

        HttpResponse<String> answer =
                Http.query(server, "SELECT * { VALUES ?t { " + many + " } ?t ?p ?o }", JSON);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(advice(answer)).isNotEmpty().hasSizeLessThanOrEqualTo(Advice.LONGEST);
    }

    @Test
    void cachedResponsesKeepTheirAdvice() throws Exception {
        String query = "SELECT * { ?kept :nickname ?x }";

        assertThat(advice(Http.query(server, query, JSON)))
                .isNotEmpty()
                .isEqualTo(advice(Http.query(server, query, JSON)));
    }

    @Test
    void scriptsOfOtherSitesMayReadIt() throws Exception {
        assertThat(
                        Http.query(server, "ASK { ?s a :Nonsense }", JSON)
                                .headers()
                                .firstValue("Access-Control-Expose-Headers")
                                .orElseThrow())
                .contains("Query-Advice");
    }

    private static HttpResponse<String> strict(String query) throws Exception {
        return Http.form(
                server,
                "strict=true&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                JSON + ", text/turtle;q=0.5");
    }

    private static String advice(HttpResponse<String> answer) {
        return answer.headers().firstValue("Query-Advice").orElse("");
    }
}
