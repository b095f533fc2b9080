package districtkg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.engine.QueryEngineTest.Both;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Property paths have the ends that Jena finds, as often. */
class PathStepTest {
    static Stream<Integer> seeds() {
        return IntStream.range(0, 12).boxed();
    }

    private static String path(Random random, int depth) {
        String step = ":p" + random.nextInt(5);
        if (depth == 0) {
            return step;
        }
        String inner = path(random, depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> "^(" + inner + ")";
            case 1 -> "(" + inner + ")?";
            case 2 -> "(" + inner + ")*";
            case 3 -> "(" + inner + ")+";
            case 4 -> "(" + inner + "/" + path(random, depth - 1) + ")";
            case 5, 6 -> "(" + inner + "|" + path(random, depth - 1) + ")";
            case 7 -> "!(" + step + "|^:p" + random.nextInt(6) + ")";
            default -> "!" + step;
        };
    }

    /** No numbers: Jena compares the end of a path by value, and of a triple by its term. */
    private static String end(Random random) {
        return List.of("?a", "?b", "?c", ":s1", ":s2", ":unknown", "\"区域1\"@zh", "\"Text 3\"")
                .get(random.nextInt(8));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPathHasTheEndsThatJenaFinds(int seed) {
        Random random = new Random(seed);
        Both world = QueryEngineTest.world(random, 60);
        int answered = 0;
        for (int at = 0; at < 60; at++) {
            String pattern = end(random) + " " + path(random, 2) + " " + end(random) + " ";
            String before = random.nextInt(3) == 0 ? "?a :p1 ?b . " : "";
            int rows = world.agreeOn("SELECT * { " + before + pattern + "}");
            answered += rows > 0 ? 1 : 0;
        }
        assertThat(answered).as("queries with rows").isGreaterThan(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?a :p1* ?a }",
                "SELECT * { VALUES ?a { :s1 :unknown } ?a :p1* ?b }",
                "SELECT * { VALUES (?a ?b) { (:s1 UNDEF) (UNDEF :s2) } ?a (:p1|:p2)+ ?b }",
                "SELECT * { :unknown :p1? ?b }",
                "SELECT * { ?a (:p1/:p2)* ?b FILTER(?a = :s1) }"
            })
    void itKnowsEveryFormOfPattern(String query) {
        assertThat(QueryEngineTest.world(new Random(99)).agreeOn(query)).isPositive();
    }
}
