package districtkg.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries are SPARQL 1.2, neither less nor more; most are cases of the W3C test suites. */
class QueryReaderTest {
    private final QueryReader reader = new QueryReader(PrefixMapping.Standard);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT COUNT(*) {}",
                "SELECT * { ?s ?p ?o } GROUP BY ?s LIMIT 1",
                "SELECT (123 AS ?z) WHERE { } GROUP BY ?z",
                "SELECT (123 AS ?z) WHERE { ?s ?p ?z }",
                "SELECT ?o WHERE { ?s ?p ?o } GROUP BY ?s",
                "SELECT (?o + 1 AS ?z) WHERE { ?s ?p ?o } GROUP BY ?s",
                "SELECT (COUNT(*) AS ?z) ?s WHERE { ?s ?p ?o }",
                "SELECT * { BIND(1 AS ?x) BIND(2 AS ?x) }",
                "SELECT * { { SELECT (1 AS ?x) { ?x ?p ?o } } }",
                "SELECT * { { SELECT (123 AS ?z) { ?s ?p ?o } GROUP BY ?z } }",
                "SELECT * { { SELECT ?o { ?s ?p ?o } GROUP BY ?s } }",
                "SELECT * { { SELECT (COUNT(*) AS ?n) { BIND(1 AS ?x) BIND(2 AS ?x) } GROUP BY ?x } }",
                "SELECT * { { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s } BIND(1 AS ?n) }",
                "SELECT * { LET (?x := 1) }",
                "SELECT * { ?s ?p ?o LATERAL { ?o ?q ?r } }",
                "SELECT * { NOT EXISTS { ?s ?p ?o } }",
                "SELECT (MEDIAN(?o) AS ?m) { ?s ?p ?o }",
                "JSON { 'a' : ?s } WHERE { ?s ?p ?o }",
                "SELECT * { ?s (:p{2}) ?o }",
                "SELECT * { 'a' ?p ?o } ;",
                "SELECT"
            })
    void whatIsNotStandardIsRefused(String text) {
        assertThatThrownBy(() -> reader.read(text)).isInstanceOf(BadQuery.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (123 AS ?z) WHERE { ?s a ?z } GROUP BY ?s",
                "SELECT (COUNT(?z) AS ?n) ?s WHERE { ?s a ?z } GROUP BY ?s HAVING (?n > 1)",
                "SELECT (COUNT(*) AS ?s) WHERE { ?s a ?z }",
                "SELECT * { { SELECT (123 AS ?z) WHERE { ?s a ?z } GROUP BY ?s } }",
                "SELECT ?s { { { SELECT ?s (SUM(?o) AS ?o) { ?s ?p ?o } GROUP BY ?s } UNION { ?s a ?o } } }",
                "SELECT (SUM(?n) AS ?n) { { SELECT (COUNT(?s) AS ?n) { ?s a ?n } GROUP BY ?p } } GROUP BY ?q",
                "SELECT ?k (SUM(?o) AS ?z) { ?s ?p ?o } GROUP BY (STR(?s) AS ?k) ORDER BY ?k",
                "SELECT (COUNT(*) AS ?n) (?n + 1 AS ?m) { ?s ?p ?o }",
                "SELECT * { <<( ?s ?p ?o )>> ?q ?r }",
                "SELECT (LANGDIR('a'@en--ltr) AS ?d) {}",
                "CONSTRUCT WHERE { ?s ?p ?o }",
                "DESCRIBE <a>",
                "ASK {}"
            })
    void whatIsStandardIsRead(String text) {
        Query query = reader.read(text);

        assertThat(query.serialize()).isNotEmpty();
    }
}
