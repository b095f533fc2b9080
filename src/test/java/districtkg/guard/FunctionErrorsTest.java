package districtkg.guard;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.server.Http;
import districtkg.server.Server;
import districtkg.server.ServerSettings;
import districtkg.vocab.Dkg;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every function, with arguments of every type: over HTTP each has the value of plain ARQ, or none
 * where ARQ has none or fails. No combination of arguments ends a query.
 */
class FunctionErrorsTest {
    private static final String NONE = "UNDEF";
    private static final String HUGE = "99999999999999999999";
    private static final String XSD = "<http://www.w3.org/2001/XMLSchema#";
    private static final int MOST_ARGUMENTS = 4;
    private static final int SAMPLES = 60;

    /** Rows of a query that is not too long. */
    private static final int AT_ONCE = 300;

    private static final List<String> VALUES =
            List.of(
                    "\"a\"",
                    "\"\"",
                    "\"[\"",
                    "\"ß𝒳\\u0301\"",
                    "\"a\"@en",
                    "\"a\"@en--ltr",
                    "\"bad tag\"",
                    "\"a\"^^<urn:t>",
                    "1",
                    "0",
                    "-1",
                    HUGE,
                    "1.5",
                    "0.0",
                    "1e0",
                    "-0e0",
                    "\"NaN\"^^" + XSD + "double>",
                    "\"INF\"^^" + XSD + "double>",
                    "\"-INF\"^^" + XSD + "float>",
                    "\"x\"^^" + XSD + "integer>",
                    "\"300\"^^" + XSD + "byte>",
                    "true",
                    "\"2020-02-30\"^^" + XSD + "date>",
                    "\"2020-02-29\"^^" + XSD + "date>",
                    "\"2020-01-01T24:00:00-14:00\"^^" + XSD + "dateTime>",
                    "\"2020-01-01T00:00:00\"^^" + XSD + "dateTime>",
                    "\"x\"^^" + XSD + "dateTime>",
                    "\"12:00:00\"^^" + XSD + "time>",
                    "\"P1Y\"^^" + XSD + "yearMonthDuration>",
                    "\"PT1H\"^^" + XSD + "dayTimeDuration>",
                    "\"-0001\"^^" + XSD + "gYear>",
                    "<urn:a>",
                    "<<( <urn:a> <urn:b> 1 )>>",
                    NONE);

    private static final List<String> BUILT_IN =
            List.of(
                    "BOUND COALESCE IF sameTerm isIRI isURI isBLANK isLITERAL isNUMERIC isTRIPLE",
                    "hasLANG hasLANGDIR STR LANG LANGDIR DATATYPE IRI URI STRDT STRLANG STRLANGDIR",
                    "STRLEN SUBSTR UCASE LCASE STRSTARTS STRENDS CONTAINS STRBEFORE STRAFTER",
                    "ENCODE_FOR_URI CONCAT LANGMATCHES REGEX REPLACE ABS ROUND CEIL FLOOR",
                    "YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ",
                    "MD5 SHA1 SHA256 SHA384 SHA512 TRIPLE SUBJECT PREDICATE OBJECT",
                    "NOW RAND UUID STRUUID BNODE");

    /** Functions with another value each time, or, like BNODE, with a value that has no name. */
    private static final Set<String> CHANGING = Set.of("NOW", "RAND", "UUID", "STRUUID", "BNODE");

    /**
     * Functions whose pattern and flags are plain strings, as SPARQL says; ARQ takes others too.
     */
    private static final Set<String> PATTERNS =
            Set.of(
                    "REGEX",
                    "REPLACE",
                    "<http://www.w3.org/2005/xpath-functions#matches>",
                    "<http://www.w3.org/2005/xpath-functions#replace>");

    private static final List<String> NAMES = List.of("?a0", "?a1", "?a2", "?a3");

    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "=", "!=", "<", ">=", "&&", "||");

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(ServerSettings.at("127.0.0.1", 0), Fixture.yunheEdition());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<String> functions() {
        return Stream.concat(
                BUILT_IN.stream().flatMap(names -> Stream.of(names.split(" "))),
                AllowedFunctions.all().stream().sorted().map(iri -> "<" + iri + ">"));
    }

    static Stream<String> operators() {
        return OPERATORS.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void aFunctionAgreesWithArqOrIsAnError(String function) throws Exception {
        Random random = new Random(function.hashCode());
        int answered = 0;
        for (int count = 0; count <= MOST_ARGUMENTS; count++) {
            String call = function + "(" + String.join(", ", NAMES.subList(0, count)) + ")";
            answered += compare(function, call, rows(count, random)) ? 1 : 0;
        }

        assertThat(answered).as("numbers of arguments").isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void anOperatorAgreesWithArqOrIsAnError(String operator) throws Exception {
        List<List<String>> pairs =
                VALUES.stream()
                        .flatMap(left -> VALUES.stream().map(right -> List.of(left, right)))
                        .toList();

        for (int from = 0; from < pairs.size(); from += AT_ONCE) {
            List<List<String>> some = pairs.subList(from, Math.min(from + AT_ONCE, pairs.size()));
            assertThat(compare(operator, "?a0 " + operator + " ?a1", some)).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "SELECT ?x { VALUES ?x { %s } } ORDER BY ?x",
                "SELECT ?x { VALUES ?x { %s } } ORDER BY DESC(?x)",
                "SELECT (MIN(?x) AS ?m) (MAX(?x) AS ?n) { VALUES ?x { %s } }",
                "SELECT (MIN(DISTINCT ?x) AS ?m) (MAX(DISTINCT ?x) AS ?n) { VALUES ?x { %s } }",
                "SELECT (SUM(?x) AS ?m) (AVG(?x) AS ?n) (SAMPLE(?x) AS ?o) { VALUES ?x { %s } }",
                "SELECT (GROUP_CONCAT(?x) AS ?m) (COUNT(DISTINCT ?x) AS ?n) { VALUES ?x { %s } }",
                "SELECT ?x (COUNT(*) AS ?n) { VALUES ?x { %s } } GROUP BY ?x ORDER BY ?x",
                "SELECT ?x { VALUES ?x { %s } FILTER(?x) }",
                "SELECT ?x { VALUES ?x { %s } FILTER(!?x) }",
                "SELECT ?y { VALUES ?x { %s } BIND(TRIPLE(<urn:a>, <urn:b>, ?x) AS ?y) } ORDER BY ?y"
            })
    void everyTermIsOrderedAndGrouped(String query) throws Exception {
        String values = String.join(" ", VALUES);

        HttpResponse<String> answer = Http.query(server, query.formatted(values), "text/csv");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Every value, or rows of values drawn at random. */
    private static List<List<String>> rows(int count, Random random) {
        if (count == 1) {
            return VALUES.stream().map(List::of).toList();
        }
        return IntStream.range(0, count == 0 ? 1 : SAMPLES)
                .mapToObj(
                        sample ->
                                random.ints(count, 0, VALUES.size()).mapToObj(VALUES::get).toList())
                .toList();
    }

    /** Whether the server takes the call; it does not if its number of arguments is wrong. */
    private static boolean compare(String function, String call, List<List<String>> rows)
            throws Exception {
        HttpResponse<String> answer =
                Http.query(server, select(call, rows), "application/sparql-results+json");

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400);
        if (answer.statusCode() == 400) {
            assertThat(answer.body()).contains("errors#bad-query");
            return false;
        }
        List<Optional<Node>> values = values(answer.body());
        assertThat(values).hasSameSizeAs(rows);
        for (int at = 0; at < rows.size(); at++) {
            List<String> row = rows.get(at);
            if (!CHANGING.contains(function) && !limited(function, row)) {
                assertThat(values.get(at)).as(call + " " + row).isEqualTo(arq(call, row));
            }
        }
        return true;
    }

    /** Whether ARQ may have a value where the server has none, and says so in its documentation. */
    private static boolean limited(String function, List<String> row) {
        if (PATTERNS.contains(function)) {
            return row.stream().skip(1).anyMatch(value -> !value.endsWith("\""));
        }
        return (function.contains("#round") || function.equals("*")) && row.contains(HUGE);
    }

    private static String select(String call, List<List<String>> rows) {
        int count = rows.getFirst().size();
        String values =
                rows.stream()
                        .map(row -> "(" + String.join(" ", row) + ")")
                        .collect(Collectors.joining(" "));
        return "BASE <"
                + Dkg.ID
                + "> SELECT ("
                + call
                + " AS ?v) {"
                + (count == 0
                        ? ""
                        : " VALUES ("
                                + String.join(" ", NAMES.subList(0, count))
                                + ") { "
                                + values
                                + " } ")
                + "}";
    }

    private static List<Optional<Node>> values(String json) {
        RowSetReader reader =
                RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                        .create(ResultSetLang.RS_JSON);
        List<Optional<Node>> values = new ArrayList<>();
        reader.read(
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                        Context.emptyContext())
                .forEachRemaining(row -> values.add(Optional.ofNullable(row.get("v"))));
        return values;
    }

    /** The value of plain ARQ; none where it fails in any way. */
    private static Optional<Node> arq(String call, List<String> row) {
        try (QueryExec plain =
                QueryExec.dataset(DatasetGraphFactory.empty())
                        .query(select(call, List.of(row)))
                        .build()) {
            return Optional.ofNullable(plain.select().next().get("v"));
        } catch (RuntimeException failed) {
            return Optional.empty();
        }
    }
}
