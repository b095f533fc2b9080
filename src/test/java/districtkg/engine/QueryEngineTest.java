package districtkg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.engine.memory.MemoryBudgetExceeded;
import districtkg.index.GraphIndexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine answers as Jena does, and finds its way through joins that Jena's would lose. */
class QueryEngineTest {
    private static final Node GRAPH = iri("graph");

    static Node iri(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }

    private static Node number(String value) {
        return NodeFactory.createLiteralDT(value, XSDDatatype.XSDdecimal);
    }

    /** The same triples for Jena and for the engine. */
    record Both(DatasetGraph jena, DatasetGraph engine) {
        static Both of(Stream<Triple> triples) {
            Graph plain = new GraphMemFast();
            GraphIndexer indexer = new GraphIndexer();
            triples.forEach(
                    triple -> {
                        plain.add(triple);
                        indexer.add(GRAPH, triple);
                    });
            GraphIndexer.Graphs graphs = indexer.build();
            DatasetGraph engine = DatasetGraphFactory.wrap(graphs.all());
            QueryEngine.use(engine.getContext());
            return new Both(DatasetGraphFactory.wrap(plain), engine);
        }

        /** How many rows they agree on. */
        int agreeOn(String query) {
            List<String> expected = rows(jena, query);
            assertThat(sorted(rows(engine, query))).as(query).isEqualTo(sorted(expected));
            return expected.size();
        }
    }

    /** Sorted, because AssertJ's comparison in any order takes the square of their number. */
    private static List<String> sorted(List<String> rows) {
        return rows.stream().sorted().toList();
    }

    static List<String> rows(DatasetGraph data, String query) {
        try (QueryExec execution =
                QueryExec.dataset(data).query("PREFIX : <http://example.org/> " + query).build()) {
            if (execution.getQuery().isAskType()) {
                return List.of(String.valueOf(execution.ask()));
            }
            List<String> rows = new ArrayList<>();
            RowSet set = execution.select();
            set.forEachRemaining(
                    row ->
                            rows.add(
                                    String.join(
                                            " ",
                                            set.getResultVars().stream()
                                                    .map(row::get)
                                                    .map(
                                                            node ->
                                                                    node == null
                                                                            ? "-"
                                                                            : NodeFmtLib.strNT(
                                                                                    node))
                                                    .toList())));
            return rows;
        }
    }

    /** A small world with joins, numbers of several types, texts and loops. */
    static Both world(Random random) {
        return world(random, 300);
    }

    static Both world(Random random, int triples) {
        return Both.of(
                IntStream.range(0, triples)
                        .mapToObj(
                                at ->
                                        Triple.create(
                                                iri("s" + random.nextInt(30)),
                                                iri("p" + random.nextInt(5)),
                                                object(random))));
    }

    private static Node object(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> number(random.nextInt(10) + "." + random.nextInt(3));
            case 1 ->
                    NodeFactory.createLiteralDT(
                            String.valueOf(random.nextInt(10)), XSDDatatype.XSDinteger);
            case 2 -> NodeFactory.createLiteralString("Text " + random.nextInt(9));
            case 3 -> NodeFactory.createLiteralLang("区域" + random.nextInt(9), "zh");
            default -> iri("s" + random.nextInt(30));
        };
    }

    private static String term(Random random, boolean object) {
        if (random.nextInt(10) > 0) {
            return List.of("?a", "?b", "?c", "?d").get(random.nextInt(4));
        }
        return switch (random.nextInt(object ? 3 : 1)) {
            case 0 -> ":s" + random.nextInt(32);
            case 1 -> "1.0";
            default -> "\"Text 3\"";
        };
    }

    private static String pattern(Random random) {
        String predicate = random.nextInt(8) == 0 ? "?p" : ":p" + random.nextInt(6);
        return term(random, false) + " " + predicate + " " + term(random, true) + " . ";
    }

    private static String patterns(Random random, int most) {
        StringBuilder all = new StringBuilder();
        for (int at = random.nextInt(most); at >= 0; at--) {
            all.append(pattern(random));
        }
        return all.toString();
    }

    private static String filter(Random random) {
        String variable = List.of("?a", "?b", "?c", "?d").get(random.nextInt(4));
        return switch (random.nextInt(12)) {
            case 0 -> "FILTER(" + variable + " > 3.1) ";
            case 1 -> "FILTER(" + variable + " >= 2 && " + variable + " < 7.0) ";
            case 2 -> "FILTER(4 >= " + variable + ") ";
            case 3 -> "FILTER(" + variable + " = 1) ";
            case 4 -> "FILTER(CONTAINS(" + variable + ", \"ext\")) ";
            case 5 -> "FILTER(CONTAINS(LCASE(STR(" + variable + ")), \"s1\")) ";
            case 6 -> "FILTER(STRSTARTS(" + variable + ", \"区\")) ";
            case 7 -> "FILTER(?a != ?b) ";
            case 8 -> "FILTER(" + variable + " != 1.0 || isIRI(" + variable + ")) ";
            case 9 -> "FILTER NOT EXISTS { " + variable + " :p1 ?x } ";
            case 10 -> "FILTER(!BOUND(" + variable + ")) ";
            default -> "FILTER(?a < ?b) ";
        };
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 12).boxed();
    }

    /** Jena's optimizer finds fewer rows, or more, for all but the last of these. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    2; SELECT * { VALUES ?x { UNDEF } ?s :p1 ?x FILTER(?x = :s2) }
                    3; SELECT * { VALUES (?s ?x) { (:s1 UNDEF) (UNDEF :s2) } ?s :p1 ?x FILTER(?x = :s2) }
                    4; SELECT * { ?s :p1 ?x VALUES (?s ?x) { (:s1 UNDEF) (UNDEF :s2) } FILTER(?x IN (:s2, :s3)) }
                    4; SELECT * { VALUES ?x { UNDEF :s2 } FILTER(?x = :s2) ?s :p1 ?x }
                    0; SELECT * { VALUES ?x { UNDEF } FILTER(!BOUND(?x)) ?s :p1 ?x }
                    2; SELECT * { VALUES ?x { UNDEF } { ?s :p1 ?x } UNION { ?s :p2 ?x } FILTER(?x = :s2) }
                    3; SELECT * { ?s :p1 ?o FILTER EXISTS { VALUES ?x { UNDEF } ?s :p1 ?x FILTER(?x = :s2) } }
                    0; SELECT * { ?s :p1 ?o MINUS { VALUES (?s ?x) { (:s1 UNDEF) (UNDEF UNDEF) } ?s :p1 ?x FILTER(?x = :s2) } }
                    8; SELECT * { VALUES (?s ?x) { (UNDEF UNDEF) (UNDEF :s2) (UNDEF UNDEF) } ?s :p1 ?x }
                    """)
    void aPatternBindsAnUndefinedValueBeforeAFilterReadsIt(int expected, String query) {
        Both world =
                Both.of(
                        Stream.of(
                                Triple.create(iri("s1"), iri("p1"), iri("s2")),
                                Triple.create(iri("s1"), iri("p1"), iri("s3")),
                                Triple.create(iri("s3"), iri("p1"), iri("s2")),
                                Triple.create(iri("s3"), iri("p2"), iri("s1"))));
        DatasetGraph bottomUp = DatasetGraphFactory.wrap(world.jena().getDefaultGraph());
        bottomUp.getContext().set(ARQ.optimization, false);

        assertThat(rows(bottomUp, query)).hasSize(expected);
        assertThat(sorted(rows(world.engine(), query))).isEqualTo(sorted(rows(bottomUp, query)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itAnswersAsJenaDoes(int seed) {
        Random random = new Random(seed);
        Both world = world(random, 120);
        int answered = 0;
        for (int at = 0; at < 80; at++) {
            String body = patterns(random, 3) + (random.nextBoolean() ? filter(random) : "");
            String more =
                    switch (random.nextInt(5)) {
                        case 0 -> "OPTIONAL { " + pattern(random) + filter(random) + "} ";
                        case 1 -> "MINUS { " + pattern(random) + "} ";
                        case 2 -> "{ " + pattern(random) + "} UNION { " + pattern(random) + "} ";
                        case 3 -> "BIND(?a AS ?e) ?e :p2 ?f . " + filter(random);
                        default -> "";
                    };
            int groups =
                    world.agreeOn(
                            "SELECT (COUNT(*) AS ?n) ?a { "
                                    + body
                                    + more
                                    + "} GROUP BY ?a ORDER BY ?a");
            world.agreeOn("ASK { " + body + more + "}");
            answered += groups > 0 ? 1 : 0;
        }
        assertThat(answered).as("queries with rows").isGreaterThanOrEqualTo(8);
    }

    /** So many that they are walked side by side. */
    @ParameterizedTest
    @MethodSource("seeds")
    void itFindsTheMembersOfSeveralClassesAsJenaDoes(int seed) {
        Random random = new Random(seed);
        int things = 500;
        Both world =
                Both.of(
                        IntStream.range(0, 5 * things)
                                .mapToObj(
                                        at ->
                                                Triple.create(
                                                        iri("s" + random.nextInt(things)),
                                                        iri("p" + random.nextInt(2)),
                                                        iri("c" + random.nextInt(5)))));

        for (String query :
                List.of(
                        "SELECT ?a { ?a :p0 :c0 ; :p1 :c1 }",
                        "SELECT ?a { ?a :p0 :c0 ; :p1 :c1 ; :p0 :c2 , :c3 }",
                        "SELECT ?a ?b { ?a :p0 :c0 ; :p1 ?b ; :p1 :c4 }",
                        "SELECT ?a { VALUES ?c { :c3 :c0 :c4 } ?a :p0 ?c ; :p1 :c1 ; :p0 :c4 }")) {
            assertThat(world.agreeOn(query)).as("rows of " + query).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itCountsAsJenaDoes(int seed) {
        Random random = new Random(seed);
        Both world = world(random);
        int answered = 0;
        for (int at = 0; at < 60; at++) {
            String counted =
                    List.of("*", "?a", "DISTINCT ?a", "DISTINCT ?b", "DISTINCT ?p", "?x")
                            .get(random.nextInt(6));
            String key = List.of("?p", "?a", "?b", "?a ?b", "").get(random.nextInt(5));
            String by = key.isEmpty() ? "" : "GROUP BY " + key;
            String triple =
                    List.of(
                                    "?a ?p ?b",
                                    "?a :p1 ?b",
                                    "?a :p1 ?a",
                                    "?a :p1 ?b . ?b ?p ?c",
                                    "?a :none ?b")
                            .get(random.nextInt(5));
            String filter = random.nextBoolean() ? filter(random) : "";
            int groups =
                    world.agreeOn(
                            "SELECT "
                                    + key
                                    + " (COUNT("
                                    + counted
                                    + ") AS ?n) { "
                                    + triple
                                    + " "
                                    + filter
                                    + "} "
                                    + by);
            answered += groups > 0 ? 1 : 0;
        }
        assertThat(answered).as("queries with rows").isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?a ?p ?b }",
                "SELECT * { ?a :p1 ?b . ?c :p1 ?b }",
                "SELECT * { ?a :p1 ?a }",
                "SELECT * { VALUES ?a { :s1 :s2 :nothing } ?a :p1 ?b . ?b :p2 ?c }",
                "SELECT * { VALUES (?a ?b) { (:s1 UNDEF) (UNDEF :s2) } ?a :p1 ?b }",
                "SELECT * { { SELECT DISTINCT ?a { ?a :p1 ?b } ORDER BY ?a LIMIT 3 } ?a :p2 ?c }",
                "SELECT * { ?a :p1 ?v FILTER(?v > 2 && ?v < 5 && ?v != 3) }",
                "SELECT * { ?a :p1+ ?b FILTER(?a = :s1) }",
                "SELECT * { ?a :p2 1.0 }",
                "SELECT * { ?a :p1 1 }",
                "SELECT * { ?a :p1 ?b FILTER EXISTS { ?b :p2 ?c FILTER(?c > 1) } }",
                "SELECT (SUM(?v) AS ?sum) { ?a :p1 ?v FILTER(isNumeric(?v)) }",
                "SELECT ?p (COUNT(DISTINCT ?a) AS ?n) (COUNT(*) AS ?m) { ?a ?p ?b } GROUP BY ?p HAVING(?m > 3)"
            })
    void everyFormOfPatternHasTheRowsThatJenaFinds(String query) {
        Both world = world(new Random(99));

        assertThat(world.agreeOn(query)).as("rows").isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?a ?a ?b }",
                "SELECT * { ?a :p1 1.0 }",
                "SELECT * { ?a :p1 ?b FILTER(?z > 1) }",
                "SELECT * { ?a :p1 ?b FILTER(false) }",
                "SELECT * { GRAPH ?g { ?a :p1 ?b } }"
            })
    void whereJenaFindsNoRowsThereAreNone(String query) {
        Both world = world(new Random(99));

        assertThat(world.agreeOn(query)).as("rows").isZero();
    }

    @Test
    void numbersOfDoublePrecisionAreComparedByJena() {
        Both world =
                Both.of(
                        Stream.of("1.5", "2.5", "NaN", "INF")
                                .map(
                                        value ->
                                                Triple.create(
                                                        iri("s"),
                                                        iri("p"),
                                                        NodeFactory.createLiteralDT(
                                                                value, XSDDatatype.XSDdouble))));

        assertThat(world.agreeOn("SELECT * { ?s :p ?v FILTER(?v > 1.5) }")).isEqualTo(3);
        assertThat(world.agreeOn("SELECT * { ?s :p ?v FILTER(?v = ?v) }")).isEqualTo(3);
    }

    @Test
    void figuresOfTwoYearsAreJoinedApart() {
        int places = 2000;
        Stream<Triple> figures =
                IntStream.range(0, places)
                        .boxed()
                        .flatMap(
                                place ->
                                        IntStream.range(0, 40)
                                                .boxed()
                                                .flatMap(kind -> figure(place, kind)));
        Both world = Both.of(figures);

        // For each place its forty figures would be walked over again: 160,000 steps and not 8,000.
        String query =
                "SELECT ?place ?one ?two { ?a :of :kind7 ; :at ?place ; :year 1 ; :value ?one . "
                        + "?b :of :kind7 ; :at ?place ; :year 2 ; :value ?two }";
        List<String> rows = rows(world.engine(), query);

        assertThat(rows).hasSize(places);
        assertThat(rows)
                .contains(
                        NodeFmtLib.strNT(iri("place5"))
                                + " \"5\"^^<"
                                + XSDDatatype.XSDinteger.getURI()
                                + "> \"6\"^^<"
                                + XSDDatatype.XSDinteger.getURI()
                                + ">");

        // The rows of one year are kept in a table, which the next query has no room for.
        QueryEngine.hold(world.engine().getContext(), 100L * places);
        assertThatThrownBy(() -> rows(world.engine(), query))
                .isInstanceOf(MemoryBudgetExceeded.class);
    }

    private static Stream<Triple> figure(int place, int kind) {
        return IntStream.of(1, 2)
                .boxed()
                .flatMap(
                        year -> {
                            Node figure = iri("figure-" + place + "-" + kind + "-" + year);
                            return Stream.of(
                                    Triple.create(figure, iri("of"), iri("kind" + kind)),
                                    Triple.create(figure, iri("at"), iri("place" + place)),
                                    Triple.create(figure, iri("year"), whole(year)),
                                    Triple.create(figure, iri("value"), whole(place + year - 1)));
                        });
    }

    private static Node whole(int value) {
        return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger);
    }

    @Test
    void aThreadThatIsInterruptedStopsReading() {
        Both world = world(new Random(1));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> world.engine().getDefaultGraph().find().next())
                .isInstanceOf(QueryCancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aGraphIsFoundByEveryCombinationOfTerms() {
        Both world = world(new Random(2));
        Graph plain = world.jena().getDefaultGraph();
        Graph indexed = world.engine().getDefaultGraph();

        assertThat(indexed.size()).isEqualTo(plain.size());
        for (Triple triple : plain.stream().toList()) {
            for (int mask = 0; mask < 8; mask++) {
                Node subject = (mask & 1) == 0 ? Node.ANY : triple.getSubject();
                Node predicate = (mask & 2) == 0 ? Node.ANY : triple.getPredicate();
                Node object = (mask & 4) == 0 ? Node.ANY : triple.getObject();
                assertThat(indexed.stream(subject, predicate, object).toList())
                        .containsExactlyInAnyOrderElementsOf(
                                plain.stream(subject, predicate, object).toList());
            }
        }
        assertThat(indexed.contains(iri("nothing"), Node.ANY, Node.ANY)).isFalse();
    }
}
