package districtkg.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Jena would compute and SPARQL does not have cannot be asked for. */
class QueryPolicyTest {
    private static final QueryReader READER = new QueryReader(PrefixMapping.Standard);

    @Test
    void noPredicateThatComputesGetsThrough() {
        List<String> computing = new ArrayList<>();
        PropertyFunctionRegistry.get().keys().forEachRemaining(computing::add);
        assertThat(computing).hasSizeGreaterThan(3).contains(RDFS.member.getURI());
        for (String name :
                List.of("assign", "bag", "blankNode", "bnode", "concat", "str", "strSplit")) {
            computing.add("http://jena.apache.org/ARQ/property#" + name);
            computing.add("http://jena.hpl.hp.com/ARQ/property#" + name);
            computing.add("java:org.apache.jena.sparql.pfunction.library." + name);
        }

        for (String iri : computing) {
            if (!iri.equals(RDFS.member.getURI())) {
                for (String query :
                        List.of(
                                "SELECT * { ?s <%s> ?o }",
                                "SELECT * { ?s ^<%s>/<urn:p> ?o }",
                                "ASK { FILTER NOT EXISTS { SELECT * { ?s <%s> (1 2) } } }")) {
                    assertThatThrownBy(() -> READER.read(query.formatted(iri)))
                            .as(iri)
                            .isInstanceOf(BadQuery.class)
                            .hasMessageContaining("refused");
                }
            }
        }
    }

    @Test
    void noFunctionThatIsNotListedGetsThrough() {
        List<String> all = new ArrayList<>();
        FunctionRegistry.get().keys().forEachRemaining(all::add);
        List<String> refused =
                all.stream()
                        .filter(iri -> !districtkg.guard.AllowedFunctions.allowed(iri))
                        .toList();

        assertThat(refused).hasSizeGreaterThan(20);
        for (String iri : refused) {
            assertThatThrownBy(() -> READER.read("SELECT (SUM(<%s>()) AS ?x) { }".formatted(iri)))
                    .as(iri)
                    .isInstanceOf(BadQuery.class)
                    .hasMessageContaining("refused");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MOD(3, 2)",
                "IDIV(3, 2)",
                "ADJUST(NOW(), 'PT1H')",
                "VERSION()",
                "CALL(<urn:f>)",
                "IRI(<urn:a>, 'b')",
                "MEDIAN(?x)",
                "MODE(?x)",
                "MEDIAN(DISTINCT ?x)",
                "AGG <urn:a>(?x)",
                "FOLD(?x)",
                "FOLD(?x, ?y)"
            })
    void noWordOfJenaAloneGetsThrough(String word) {
        assertThatThrownBy(() -> READER.read("SELECT (%s AS ?y) { }".formatted(word)))
                .isInstanceOf(BadQuery.class)
                .hasMessageContaining("refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-?x + +?y * 2 / 3 - 1",
                "?x = 1 && ?x != 2 || !(?x < 3) && ?x <= 4 && ?x > 5 && ?x >= 6",
                "?x IN (1, 2) && ?x NOT IN (3)",
                "EXISTS { ?a ?b ?c } && NOT EXISTS { ?a ?b ?c }",
                "IF(BOUND(?x), COALESCE(?x, 1), sameTerm(?x, ?y))",
                "isIRI(?x) && isURI(?x) && isBlank(?x) && isLiteral(?x) && isNumeric(?x)",
                "isTRIPLE(TRIPLE(?a, ?b, ?c)) && SUBJECT(?x) = PREDICATE(?x) && OBJECT(?x) = 1",
                "hasLANG(?x) && hasLANGDIR(?x) && LANGDIR(?x) = STRLANGDIR('a', 'ar', 'rtl')",
                "STRLANG(STR(?x), LANG(?x)) = STRDT('1', DATATYPE(?y)) && LANGMATCHES('a', '*')",
                "STR(IRI('a')) = STR(URI('b')) && BNODE() = BNODE('c')",
                "CONCAT(STRUUID(), STR(UUID())) = UCASE(LCASE(SUBSTR('abc', 1, 2)))",
                "STRLEN('a') = 1 && STRSTARTS('a', 'a') && STRENDS('a', 'a') && CONTAINS('a', 'a')",
                "STRBEFORE('a', 'a') = STRAFTER('a', ENCODE_FOR_URI(REPLACE('a', 'b', 'c', 'i')))",
                "REGEX('a', 'b', 'i')",
                "ABS(ROUND(CEIL(FLOOR(RAND()))))",
                "YEAR(NOW()) + MONTH(NOW()) + DAY(NOW()) + HOURS(NOW()) + MINUTES(NOW())",
                "SECONDS(NOW()) = TIMEZONE(NOW()) || TZ(NOW()) = ''",
                "CONCAT(MD5('a'), SHA1('a'), SHA256('a'), SHA384('a'), SHA512('a'))",
                "xsd:decimal(?x) = fn:abs(?x)",
                "COUNT(*) + COUNT(DISTINCT *) + COUNT(?x) + COUNT(DISTINCT ?x)",
                "SUM(?x) + MIN(?x) + MAX(?x) + AVG(?x) + SAMPLE(?x) + SUM(DISTINCT ?x)",
                "MIN(DISTINCT ?x) + MAX(DISTINCT ?x) + AVG(DISTINCT ?x) + SAMPLE(DISTINCT ?x)",
                "CONCAT(GROUP_CONCAT(?x; SEPARATOR=','), GROUP_CONCAT(DISTINCT ?x))"
            })
    void whatSparqlHasIsOpen(String expression) {
        assertThat(
                        READER.read(
                                        "PREFIX fn: <http://www.w3.org/2005/xpath-functions#> SELECT ((%s) AS ?z) { }"
                                                .formatted(expression))
                                .isSelectType())
                .isTrue();
    }
}
