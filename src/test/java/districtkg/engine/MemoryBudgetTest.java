package districtkg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.engine.QueryEngineTest.Both;
import districtkg.engine.memory.MemoryBudgetExceeded;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a query holds is counted, and given back when it is held no longer. */
class MemoryBudgetTest {
    /** 90,000 rows. */
    private static final String MANY = "?a ?p ?b . ?c ?q ?d ";

    private static final long SMALL = 150_000;

    /** Operators of Jena that hold no rows of their own, or that no query of SPARQL reaches. */
    private static final Set<String> STREAMING =
            Set.of(
                    "OpAssign",
                    "OpBGP",
                    "OpConditional",
                    "OpDatasetNames",
                    "OpDisjunction",
                    "OpExt",
                    "OpExtend",
                    "OpFilter",
                    "OpGraph",
                    "OpLabel",
                    "OpLateral",
                    "OpList",
                    "OpNull",
                    "OpProcedure",
                    "OpProject",
                    "OpPropFunc",
                    "OpQuad",
                    "OpQuadBlock",
                    "OpQuadPattern",
                    "OpReduced",
                    "OpSequence",
                    "OpService",
                    "OpSlice",
                    "OpTriple",
                    "OpUnfold",
                    "OpUnion");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { " + MANY + "} ORDER BY ?d",
                "SELECT * { " + MANY + "} ORDER BY ?d LIMIT 900 # the first rows of an order",
                "SELECT DISTINCT ?a ?b ?c ?d { " + MANY + "}",
                "SELECT DISTINCT ?a ?b ?c ?d { " + MANY + "} ORDER BY ?d LIMIT 900",
                "SELECT ?b ?d (SUM(?e) AS ?n) { " + MANY + "BIND(1 AS ?e) } GROUP BY ?b ?d",
                "SELECT ?p { " + MANY + "BIND(1 AS ?e) } GROUP BY ?p ?e",
                "SELECT (COUNT(*) AS ?n) { " + MANY + "} GROUP BY ?a ?b # of our own counting",
                "SELECT (COUNT(DISTINCT ?x) AS ?n) { "
                        + MANY
                        + "BIND(CONCAT(STR(?a), STR(?d)) AS ?x) }",
                "SELECT (COUNT(DISTINCT *) AS ?n) { " + MANY + "BIND(1 AS ?x) }",
                "SELECT (GROUP_CONCAT(DISTINCT ?x) AS ?n) { "
                        + MANY
                        + "BIND(CONCAT(STR(?a), STR(?d)) AS ?x) }",
                "SELECT (SUM(DISTINCT ?x) AS ?n) { "
                        + MANY
                        + "BIND(STRLEN(STR(?a)) + RAND() AS ?x) }",
                "SELECT (MAX(?x) AS ?n) { ?a ?p ?b BIND('«x×9»' AS ?y) BIND(CONCAT(?y,?y,?y,?y) AS ?z) BIND(CONCAT(?z,?z,?z,?z,?z,?z) AS ?x) }",
                "SELECT (GROUP_CONCAT(STR(?d)) AS ?all) { " + MANY + "}",
                "SELECT (GROUP_CONCAT(''; SEPARATOR='«-×9»') AS ?all) { ?a ?p ?b }",
                "SELECT (COUNT(?p) AS ?n) { ?a ?p ?b BIND(CONCAT(STR(?a), '«x×9»', STR(?b)) AS ?x) } GROUP BY ?x",
                "SELECT * { { SELECT * { "
                        + MANY
                        + "} } { SELECT * { ?a ?x ?b . ?c ?y ?d } LIMIT 9 } }",
                "SELECT * { ?a ?p ?b OPTIONAL { { SELECT * { " + MANY + "} LIMIT 9000 } } }",
                "SELECT * { ?a ?p ?b MINUS { ?a ?x ?y . ?c ?q ?d } }",
                "SELECT * { { " + MANY + "BIND(1 AS ?e) } VALUES (?a ?e) { (:s1 UNDEF) (:s2 1) } }",
                "SELECT * { :s1 ((!:p9)|^(!:p9))/((!:p9)|^(!:p9))/((!:p9)|^(!:p9))/((!:p9)|^(!:p9)) ?b } ORDER BY ?b",
                "SELECT * { ?a ?p ?b BIND(CONCAT(STR(?a), '«x×9»') AS ?x) } ORDER BY ?x # long texts"
            })
    void aQueryHasAMemoryBudget(String query) {
        DatasetGraph engine = QueryEngineTest.world(new Random(1)).engine();
        String full = query.replaceAll("«(.)×9»", "$1".repeat(4000));

        QueryEngine.hold(engine.getContext(), SMALL);
        assertThatThrownBy(() -> QueryEngineTest.rows(engine, full))
                .isInstanceOf(MemoryBudgetExceeded.class);
        assertThat(QueryEngineTest.rows(engine, "SELECT * { ?a ?p ?b } ORDER BY ?b"))
                .hasSizeBetween(200, 300);
    }

    /** A table for each of a thousand rows, none of which is large. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?a ?p ?b . ?b ?q ?c FILTER EXISTS { SELECT DISTINCT ?c ?y { ?c ?x ?y } } }",
                "SELECT * { ?a ?p ?b . ?b ?q ?c FILTER NOT EXISTS { SELECT ?c ?y { ?c ?x ?y } ORDER BY ?y } }",
                "SELECT * { ?a ?p ?b . ?b ?q ?c FILTER EXISTS { { SELECT * { ?c ?x ?y } } { SELECT * { ?c ?x ?z } } } }",
                "SELECT * { ?a ?p ?b . ?b ?q ?c FILTER EXISTS { ?c (:p0|:p1|:p2)* ?y } }"
            })
    void releasedMemoryIsNotCounted(String query) {
        Both world = QueryEngineTest.world(new Random(1));
        QueryEngine.hold(world.engine().getContext(), SMALL / 5);

        assertThat(world.agreeOn(query)).isPositive();
    }

    @Test
    void theNodesThatAPathHasVisitedAreCounted() {
        int length = 20_000;
        Both world =
                Both.of(
                        IntStream.range(0, length)
                                .mapToObj(
                                        at ->
                                                Triple.create(
                                                        QueryEngineTest.iri("n" + at),
                                                        QueryEngineTest.iri("next"),
                                                        QueryEngineTest.iri(
                                                                "n" + (at + 1) % length))));

        assertThat(QueryEngineTest.rows(world.engine(), "SELECT ?b { :n0 :next+ ?b }"))
                .hasSize(length);
        QueryEngine.hold(world.engine().getContext(), 8L * length);
        assertThatThrownBy(() -> QueryEngineTest.rows(world.engine(), "ASK { :n0 :next+ :next }"))
                .isInstanceOf(MemoryBudgetExceeded.class);
    }

    static List<String> operators() {
        return Arrays.stream(OpExecutor.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("execute"))
                .map(Method::getParameterTypes)
                .filter(types -> types.length == 2 && Op.class.isAssignableFrom(types[0]))
                .map(types -> types[0].getSimpleName())
                .filter(name -> !name.equals("Op"))
                .distinct()
                .sorted()
                .toList();
    }

    /** A new operator of Jena must be looked at: does it hold rows? */
    @ParameterizedTest
    @MethodSource("operators")
    void everyOperatorIsCountedOrHoldsNothing(String operator) {
        boolean counted =
                Arrays.stream(QueryEngine.class.getDeclaredMethods())
                        .filter(method -> method.getName().equals("execute"))
                        .anyMatch(
                                method ->
                                        method.getParameterTypes()[0]
                                                .getSimpleName()
                                                .equals(operator));
        assertThat(counted || STREAMING.contains(operator)).isTrue();
    }
}
