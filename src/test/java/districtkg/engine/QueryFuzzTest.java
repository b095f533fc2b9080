package districtkg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.engine.QueryEngineTest.Both;
import districtkg.guard.ExpressionGuard;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine answers generated queries as plain ARQ does. The same seed gives the same queries;
 * {@code -Dfuzz.seed=N -Dfuzz.worlds=M} tries others, and more: each world has {@value #EACH}.
 */
class QueryFuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int WORLDS = Integer.getInteger("fuzz.worlds", 16);
    private static final int EACH = 125;
    private static final int TRIPLES = 90;

    /** A path that ARQ does not take apart into triple patterns. */
    private static final Pattern PATH = Pattern.compile(":p\\d[*+?|]|\\)[*+?]|!\\(");

    private static final Pattern DECIMAL = Pattern.compile("\\b\\d\\.\\d\\b");

    /** Triples that ARQ may read for one query; beyond, a query is left out. */
    private static final int MOST = 60_000;

    static Stream<Long> worlds() {
        return LongStream.range(SEED * WORLDS, (SEED + 1) * WORLDS).boxed();
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void anAnswerIsThatOfPlainArq(long seed) {
        Random random = new Random(seed);
        Both world = QueryEngineTest.world(random, TRIPLES);
        Both forPaths = distinct(world);
        ExpressionGuard.set(world.engine().getContext());
        ExpressionGuard.set(forPaths.engine().getContext());
        QueryGenerator generator = new QueryGenerator(random);
        int compared = 0;
        int answered = 0;
        for (int at = 0; at < EACH; at++) {
            String generated = generator.next();
            boolean path = PATH.matcher(generated).find();
            String query = path ? distinct(generated) : generated;
            Both data = path ? forPaths : world;
            CountedReads reads = new CountedReads(data.jena().getDefaultGraph());
            List<String> expected;
            try {
                expected = answer(plain(reads, path), query);
            } catch (QueryCancelledException endless) {
                continue;
            }
            assertThat(answer(data.engine(), query)).as(query).isEqualTo(expected);
            compared++;
            answered += expected.isEmpty() ? 0 : 1;
        }

        assertThat(compared).as("queries compared").isGreaterThan(EACH / 2);
        assertThat(answered).as("queries with rows").isGreaterThan(EACH / 8);
    }

    /**
     * Plain ARQ without its optimizer, which takes an undefined value of a VALUES block for bound,
     * and fails where it replaces a comparison in EXISTS by an assignment. For paths, joins are
     * still made by substitution, as in the engine: a path of length zero then has an end that no
     * triple has, if a VALUES block names it.
     */
    private static DatasetGraph plain(Graph graph, boolean path) {
        DatasetGraph plain = DatasetGraphFactory.wrap(graph);
        Context context = plain.getContext();
        context.set(ARQ.optimization, path);
        context.set(ARQ.optFilterPlacement, false);
        context.set(ARQ.optFilterEquality, false);
        context.set(ARQ.optFilterDisjunction, false);
        context.set(ARQ.optFilterImplicitJoin, false);
        context.set(ARQ.optImplicitLeftJoin, false);
        return plain;
    }

    /**
     * The same data, with decimals that have the value of no integer. Where both ends of a path are
     * known, ARQ takes 2 and 2.0 for the same node; the engine takes them for two terms, as SPARQL
     * 1.1 says in section 18.4.
     */
    private static Both distinct(Both world) {
        return Both.of(
                world.jena().getDefaultGraph().stream()
                        .map(
                                triple ->
                                        Triple.create(
                                                triple.getSubject(),
                                                triple.getPredicate(),
                                                distinct(triple.getObject()))));
    }

    private static Node distinct(Node node) {
        return node.isLiteral()
                ? NodeFactory.createLiteral(
                        distinct(node.getLiteralLexicalForm()),
                        node.getLiteralLanguage(),
                        node.getLiteralDatatype())
                : node;
    }

    private static String distinct(String text) {
        return DECIMAL.matcher(text).replaceAll("$05");
    }

    /** The rows; sorted unless the query orders them. */
    private static List<String> answer(DatasetGraph data, String query) {
        List<String> rows;
        try {
            rows = QueryEngineTest.rows(data, query);
        } catch (QueryCancelledException endless) {
            throw endless;
        } catch (RuntimeException failed) {
            throw new AssertionError(query, failed);
        }
        return query.matches("(?s).*\\} ORDER BY [^}]*") ? rows : rows.stream().sorted().toList();
    }

    /** A graph that ends a query that reads too much. */
    private static final class CountedReads extends GraphWrapper {
        private int reads;

        CountedReads(Graph graph) {
            super(graph);
        }

        @Override
        public ExtendedIterator<Triple> find(Triple triple) {
            return counted(super.find(triple));
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            return counted(super.find(subject, predicate, object));
        }

        private ExtendedIterator<Triple> counted(ExtendedIterator<Triple> found) {
            return found.mapWith(
                    triple -> {
                        if (++reads > MOST) {
                            throw new QueryCancelledException();
                        }
                        return triple;
                    });
        }
    }
}
