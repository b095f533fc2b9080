package districtkg.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.engine.AlgebraCache;
import districtkg.engine.QueryEngine;
import districtkg.guard.ExpressionGuard;
import districtkg.server.Http;
import districtkg.server.Server;
import districtkg.server.Serving;
import districtkg.w3c.W3cTests.W3cTest;
import districtkg.web.PageSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The SPARQL 1.0, 1.1 and 1.2 query evaluation tests of the W3C: by plain ARQ, by our engine, and
 * over HTTP. Which fail is recorded, each with its reason, in {@code w3c/failures.tsv}.
 */
class W3cQueryTest {
    private static final Path FAILURES = Path.of("src/test/resources/w3c/failures.tsv");

    @TempDir private static Path folder;

    private static List<W3cTest> tests;
    private static Map<String, Set<Way>> failures;
    private static Server server;

    /** The ways to evaluate a query. */
    private enum Way {
        ARQ,
        ENGINE,
        ENDPOINT
    }

    @BeforeAll
    static void start() throws IOException {
        tests = W3cTests.in(folder).stream().filter(one -> one.isA("QueryEvaluationTest")).toList();
        failures = failures();
        server = Server.start("127.0.0.1", 0, Fixture.yunheEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Columns: the test, the ways in which it fails, the reason. */
    private static Map<String, Set<Way>> failures() throws IOException {
        Map<String, Set<Way>> failures = new HashMap<>();
        for (String line : Files.readAllLines(FAILURES)) {
            if (!line.startsWith("#")) {
                String[] columns = line.split("\t", -1);
                assertThat(columns).as(line).hasSize(3);
                assertThat(columns[2]).as("reason of " + columns[0]).isNotBlank();
                Set<Way> ways = EnumSet.noneOf(Way.class);
                Stream.of(columns[1].split(" ")).map(Way::valueOf).forEach(ways::add);
                assertThat(failures.put(columns[0], ways)).as(columns[0] + " twice").isNull();
            }
        }
        return failures;
    }

    static Stream<W3cTest> tests() {
        return tests.stream();
    }

    @Test
    void everyRecordedTestExists() {
        assertThat(tests).hasSizeGreaterThan(600);
        assertThat(new TreeSet<>(tests.stream().map(W3cTest::name).toList()))
                .as("tests of which a failure is recorded")
                .containsAll(failures.keySet());
    }

    @ParameterizedTest
    @MethodSource("tests")
    void eachQueryTestPassesUnlessRecorded(W3cTest test) throws Exception {
        Map<Way, String> found = new EnumMap<>(Way.class);
        try {
            Evaluation evaluation = Evaluation.of(test);
            DatasetGraph indexed = engine(evaluation.indexed());
            for (Way way : Way.values()) {
                evaluation
                        .difference(query -> answer(way, query, evaluation.plain(), indexed))
                        .ifPresent(why -> found.put(way, why));
            }
        } catch (QueryParseException other) {
            Stream.of(Way.values()).forEach(way -> found.put(way, other.getMessage()));
        }

        assertThat(found.keySet())
                .as(test.name() + " fails: " + found)
                .isEqualTo(failures.getOrDefault(test.name(), Set.of()));
    }

    private static Answer answer(Way way, String query, DatasetGraph plain, DatasetGraph indexed)
            throws Exception {
        return switch (way) {
            case ARQ -> Answer.of(parsed(query), local(plain));
            case ENGINE -> Answer.of(parsed(query), indexed);
            case ENDPOINT -> asked(query, indexed);
        };
    }

    /** Plain ARQ, which asks no other endpoint. */
    private static DatasetGraph local(DatasetGraph data) {
        data.getContext().set(ARQ.httpServiceAllowed, false);
        return data;
    }

    private static DatasetGraph engine(DatasetGraph data) {
        ExpressionGuard.set(data.getContext());
        QueryEngine.use(data.getContext());
        AlgebraCache.keep(data.getContext());
        return data;
    }

    private static Query parsed(String query) {
        return QueryFactory.create(query, Syntax.syntaxSPARQL_12);
    }

    private static Answer asked(String query, DatasetGraph data) throws Exception {
        Serving.serve(server, data);
        Query parsed = parsed(query);
        Lang lang =
                parsed.isSelectType() || parsed.isAskType() ? ResultSetLang.RS_JSON : Lang.NTRIPLES;
        HttpResponse<String> response =
                Http.query(server, query, lang.getContentType().getContentTypeStr());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return Answer.read(parsed, response.body().getBytes(StandardCharsets.UTF_8), lang);
    }
}
