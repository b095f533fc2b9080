package districtkg.guard;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.server.Http;
import districtkg.server.Server;
import districtkg.server.ServerSettings;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function, with arguments of every type: over HTTP each has the value of plain ARQ, or none
 * where ARQ has none or fails. No combination of arguments ends a query.
 */
class FunctionErrorsTest {
    private static final String XSD = "<http://www.w3.org/2001/XMLSchema#";
    private static final int MOST_ARGUMENTS = 4;
    private static final int SAMPLES = 60;

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
                    "99999999999999999999",
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
                    "?unbound",
                    "(1/0)");

    private static final List<String> BUILT_IN =
            List.of(
                    "BOUND COALESCE IF sameTerm sameValue isIRI isURI isBLANK isLITERAL isNUMERIC isTRIPLE",
                    "hasLANG hasLANGDIR STR LANG LANGDIR DATATYPE IRI URI STRDT STRLANG STRLANGDIR",
                    "STRLEN SUBSTR UCASE LCASE STRSTARTS STRENDS CONTAINS STRBEFORE STRAFTER",
                    "ENCODE_FOR_URI CONCAT LANGMATCHES REGEX REPLACE ABS ROUND CEIL FLOOR",
                    "YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ ADJUST",
                    "MD5 SHA1 SHA256 SHA384 SHA512 TRIPLE SUBJECT PREDICATE OBJECT",
                    "NOW RAND UUID STRUUID BNODE");

    /** Functions with another value each time, or, like BNODE, with a value that has no name. */
    private static final Set<String> CHANGING = Set.of("NOW", "RAND", "UUID", "STRUUID", "BNODE");

    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "=", "!=", "<", ">=", "&&", "||", "IN");

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
    void aFunctionHasTheValueOfArqOrNone(String function) throws Exception {
        Random random = new Random(function.hashCode());
        int answered = 0;
        for (int count = 0; count <= MOST_ARGUMENTS; count++) {
            answered += compare(function, calls(function, count, random)) ? 1 : 0;
        }

        assertThat(answered).as("numbers of arguments").isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void anOperatorHasTheValueOfArqOrNone(String operator) throws Exception {
        Random random = new Random(operator.hashCode());
        List<String> terms =
                arguments(2, random).stream()
                        .map(
                                pair ->
                                        pair.getFirst()
                                                + " "
                                                + operator
                                                + (operator.equals("IN")
                                                        ? " (" + pair.getLast() + ")"
                                                        : " " + pair.getLast()))
                        .toList();

        assertThat(compare(operator, terms)).isTrue();
    }

    private static List<String> calls(String function, int count, Random random) {
        return arguments(count, random).stream()
                .map(arguments -> function + "(" + String.join(", ", arguments) + ")")
                .toList();
    }

    /** Every value, or lists of values drawn at random. */
    private static List<List<String>> arguments(int count, Random random) {
        if (count == 0) {
            return List.of(List.of());
        }
        if (count == 1) {
            return VALUES.stream().map(List::of).toList();
        }
        List<List<String>> all = new ArrayList<>();
        for (int sample = 0; sample < SAMPLES; sample++) {
            all.add(random.ints(count, 0, VALUES.size()).mapToObj(VALUES::get).toList());
        }
        return all;
    }

    /**
     * Whether the server takes these expressions; it does not if their number of arguments is
     * wrong.
     */
    private static boolean compare(String function, List<String> expressions) throws Exception {
        HttpResponse<String> answer =
                Http.query(server, select(expressions), "application/sparql-results+json");

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400);
        if (answer.statusCode() == 400) {
            assertThat(answer.body()).contains("errors#bad-query");
            return false;
        }
        if (!CHANGING.contains(function)) {
            List<Optional<Node>> values = values(answer.body(), expressions.size());
            for (int at = 0; at < expressions.size(); at++) {
                assertThat(values.get(at))
                        .as(expressions.get(at))
                        .isEqualTo(arq(expressions.get(at)));
            }
        }
        return true;
    }

    private static String select(List<String> expressions) {
        StringBuilder query = new StringBuilder("SELECT");
        for (int at = 0; at < expressions.size(); at++) {
            query.append(" (").append(expressions.get(at)).append(" AS ?v").append(at).append(")");
        }
        return query + " {}";
    }

    private static List<Optional<Node>> values(String json, int count) {
        RowSetReader reader =
                RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                        .create(ResultSetLang.RS_JSON);
        RowSet rows =
                reader.read(
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                        Context.emptyContext());
        Binding row = rows.next();
        return IntStream.range(0, count)
                .mapToObj(at -> Optional.ofNullable(row.get("v" + at)))
                .toList();
    }

    /** The value of plain ARQ; none where it fails in any way. */
    private static Optional<Node> arq(String expression) {
        try (QueryExec plain =
                QueryExec.dataset(DatasetGraphFactory.empty())
                        .query(select(Collections.singletonList(expression)))
                        .build()) {
            return Optional.ofNullable(plain.select().next().get("v0"));
        } catch (ARQException | IllegalArgumentException | ArithmeticException failed) {
            return Optional.empty();
        }
    }
}
