package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.web.PageSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetMem;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What our endpoint wraps around Jena changes no answer: a broad set of queries is asked over HTTP,
 * in every form of answer, and of plain ARQ over a copy of the same data.
 */
class ConformanceTest {
    private static final Path QUERIES = Path.of("src/test/resources/conformance.rq");
    private static final List<Lang> TABLES =
            List.of(
                    ResultSetLang.RS_JSON,
                    ResultSetLang.RS_XML,
                    ResultSetLang.RS_TSV,
                    ResultSetLang.RS_Thrift);
    private static final List<Lang> GRAPHS =
            List.of(
                    Lang.TURTLE,
                    Lang.NTRIPLES,
                    Lang.RDFXML,
                    Lang.JSONLD,
                    Lang.TRIG,
                    Lang.NQUADS,
                    Lang.RDFTHRIFT);

    private static Server server;
    private static DatasetGraph plain;
    private static String prefixes;

    @BeforeAll
    static void start() {
        Edition edition = Fixture.yunheEdition();
        server = Server.start("127.0.0.1", 0, edition, PageSettings.NONE);
        plain = DatasetGraphFactory.create();
        copy(edition.data().getDefaultGraph(), plain.getDefaultGraph());
        edition.data()
                .listGraphNodes()
                .forEachRemaining(
                        name -> copy(edition.data().getGraph(name), plain.getGraph(name)));
        StringBuilder all = new StringBuilder("BASE <https://w3id.org/districtkg/id/>\n");
        edition.prefixes()
                .getNsPrefixMap()
                .forEach((prefix, space) -> all.append("PREFIX " + prefix + ": <" + space + ">\n"));
        prefixes = all.toString();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void copy(Graph from, Graph to) {
        from.find().forEachRemaining(to::add);
    }

    /** Queries are set apart by empty lines. */
    static Stream<String> queries() throws IOException {
        return Stream.of(Files.readString(QUERIES).split("\n\n+"))
                .map(String::strip)
                .filter(query -> !query.isEmpty() && !query.startsWith("#"));
    }

    @Test
    void thereAreManyQueries() throws IOException {
        assertThat(queries()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void anAnswerIsThatOfPlainArq(String query) throws Exception {
        try (QueryExec execution = QueryExec.dataset(plain).query(prefixes + query).build()) {
            if (execution.getQuery().isAskType()) {
                asked(query, execution.ask());
            } else if (execution.getQuery().isSelectType()) {
                selected(query, RowSetMem.create(execution.select()));
            } else {
                Graph expected =
                        execution.getQuery().isDescribeType()
                                ? execution.describe()
                                : execution.construct();
                constructed(query, expected);
            }
        }
    }

    private static byte[] ask(String query, Lang lang) throws Exception {
        String type = lang.getContentType().getContentTypeStr();
        HttpResponse<byte[]> response = Http.bytes(server, query, type);
        assertThat(response.statusCode())
                .as(query + "\n" + new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        return response.body();
    }

    private static void asked(String query, boolean expected) throws Exception {
        for (Lang lang : List.of(ResultSetLang.RS_JSON, ResultSetLang.RS_XML)) {
            byte[] body = ask(query, lang);
            assertThat(ResultSetMgr.readBoolean(new ByteArrayInputStream(body), lang))
                    .as(query + " in " + lang.getName())
                    .isEqualTo(expected);
        }
    }

    private static void selected(String query, RowSetRewindable expected) throws Exception {
        boolean ordered = query.contains("ORDER BY");
        for (Lang lang : TABLES) {
            ResultSet read = ResultSetMgr.read(new ByteArrayInputStream(ask(query, lang)), lang);
            RowSet actual = RowSet.adapt(read);
            expected.reset();
            assertThat(
                            ordered
                                    ? ResultsCompare.equalsByTermAndOrder(expected, actual)
                                    : ResultsCompare.equalsByTerm(expected, actual))
                    .as(query + " in " + lang.getName())
                    .isTrue();
        }
        String csv = new String(ask(query, ResultSetLang.RS_CSV), StandardCharsets.UTF_8);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        expected.reset();
        ResultSetFormatter.outputAsCSV(written, ResultSet.adapt(expected));
        List<String> lines = csv.lines().toList();
        List<String> theirs = written.toString(StandardCharsets.UTF_8).lines().toList();
        if (ordered) {
            assertThat(lines).isEqualTo(theirs);
        } else {
            assertThat(lines).containsExactlyInAnyOrderElementsOf(theirs);
        }
    }

    private static void constructed(String query, Graph expected) throws Exception {
        for (Lang lang : GRAPHS) {
            Graph actual = GraphFactory.createDefaultGraph();
            DatasetGraph read = DatasetGraphFactory.create();
            RDFParser.create()
                    .source(new ByteArrayInputStream(ask(query, lang)))
                    .lang(lang)
                    .parse(read);
            copy(read.getDefaultGraph(), actual);
            assertThat(actual.isIsomorphicWith(expected))
                    .as(query + " in " + lang.getName())
                    .isTrue();
        }
    }
}
