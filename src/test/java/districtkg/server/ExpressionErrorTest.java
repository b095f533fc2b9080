package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An expression that has no value is an error of its row (SPARQL 1.1, section 17.2), whatever the
 * library throws: a filter fails and a variable stays unbound, and the query is answered.
 */
class ExpressionErrorTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(ServerSettings.at("127.0.0.1", 0), Fixture.yunheEdition());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FILTER(REGEX("a", "a"@en))
                    FILTER(REGEX("a", 1))
                    FILTER(REGEX("a", <urn:a>))
                    VALUES ?f { "a"@en "?" } FILTER(REGEX("a", "a", ?f))
                    FILTER(BOUND(?x)) BIND(REPLACE("abc", "b"@en, "x") AS ?x)
                    VALUES ?p { "a"@en } FILTER(REGEX("a", ?p))
                    VALUES ?p { <urn:a> } FILTER(HOURS(?p) = 1)
                    VALUES ?p { <urn:a> } FILTER(MINUTES(?p) = 1)
                    VALUES ?p { <urn:a> } FILTER(SECONDS(?p) = 1)
                    VALUES ?p { <urn:a> } FILTER(TIMEZONE(?p) = 1)
                    VALUES ?p { <urn:a> } FILTER(TZ(?p) = "Z")
                    FILTER(BOUND(?x)) BIND(1/0 AS ?x)
                    FILTER(BOUND(?x)) BIND(1/0.0 AS ?x)
                    FILTER(BOUND(?x)) BIND(0.0/0.0 AS ?x)
                    FILTER(BOUND(?x)) BIND(STRLANG("a", "bad tag") AS ?x)
                    FILTER(BOUND(?x)) BIND(STRLANG("a", "ä") AS ?x)
                    FILTER(BOUND(?x)) BIND(STRLANGDIR("a", "bad tag", "ltr") AS ?x)
                    ?a <urn:none> ?b . ?c :mapPlace ?a FILTER(TZ(?a) = "Z")
                    """)
    void isAnErrorOfItsRow(String pattern) throws Exception {
        HttpResponse<String> answer = Http.query(server, "ASK { " + pattern + " }", "text/csv");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("false");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    SELECT (<http://www.w3.org/2005/xpath-functions#round>("NaN"^^xsd:double) AS ?v) {}
                    SELECT (<http://www.w3.org/2005/xpath-functions#round-half-to-even>("INF"^^xsd:double) AS ?v) {}
                    SELECT * { VALUES ?p { 1 } ?s ?p ?o . ?o ?q <<( ?s ?p ?x )>> . }
                    SELECT ?n { ?a a :Place . OPTIONAL { ?a :nameEn ?n FILTER EXISTS { ?a :in ?e FILTER(?a = id:yunhe) } } }
                    SELECT ?n { ?a a :Place . OPTIONAL { ?a :nameEn ?n FILTER NOT EXISTS { ?a :in ?e FILTER(?a = id:yunhe) } } }
                    SELECT ?n { ?a :nameEn ?n OPTIONAL { FILTER EXISTS { ?b :in ?d . ?a :nameEn ?n FILTER(?a IN ("x", ?b)) } } }
                    SELECT ?n { ?a :nameEn ?n OPTIONAL { FILTER EXISTS { ?b :in ?d . ?a :nameEn ?n FILTER(?a = ?b) } } }
                    SELECT ?n { ?a :nameEn ?n OPTIONAL { FILTER EXISTS { ?a :in ?d FILTER(?a IN (id:yunhe, id:yunchuan)) } } }
                    SELECT ?n { ?a :nameEn ?n OPTIONAL { FILTER EXISTS { ?a :in ?d FILTER(?a = id:yunhe || ?a = id:yunchuan) } } }
                    SELECT ?n { ?a :nameEn ?n OPTIONAL { FILTER EXISTS { ?b :in ?d . ?a :in ?d OPTIONAL { ?b :nameZh ?z . ?a :nameZh ?q FILTER(?a = ?b) } } } }
                    SELECT ?n { ?a :nameEn ?n OPTIONAL { FILTER NOT EXISTS { ?b :in ?d . ?a :nameEn ?n FILTER(?a IN ("x", ?b)) } } }
                    SELECT ?n { ?a :nameEn ?n OPTIONAL { FILTER NOT EXISTS { ?b :in ?d . ?a :nameEn ?n FILTER(?a = ?b) } } }
                    SELECT ?n { ?a :nameEn ?n OPTIONAL { FILTER NOT EXISTS { ?a :in ?d FILTER(?a IN (id:yunhe, id:yunchuan)) } } }
                    SELECT ?n { ?a :nameEn ?n OPTIONAL { FILTER NOT EXISTS { ?a :in ?d FILTER(?a = id:yunhe || ?a = id:yunchuan) } } }
                    SELECT ?n { ?a :nameEn ?n OPTIONAL { FILTER NOT EXISTS { ?b :in ?d . ?a :in ?d OPTIONAL { ?b :nameZh ?z . ?a :nameZh ?q FILTER(?a = ?b) } } } }
                    SELECT ?a ((?v - ?w) / ?w AS ?change) { ?a :value ?v . ?b :value ?w FILTER(?w < 1) } LIMIT 5
                    SELECT (COALESCE(?v / (?v - ?v), "none") AS ?r) { ?a :value ?v } LIMIT 1
                    """)
    void isAnswered(String query) throws Exception {
        HttpResponse<String> answer =
                Http.query(
                        server,
                        "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> " + query,
                        "text/csv");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
