package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.Shows;
import districtkg.edition.Edition;
import districtkg.problem.Reason;
import districtkg.publish.DatasetCatalog;
import districtkg.source.Sources;
import districtkg.tidy.Tables;
import districtkg.vocab.Dkg;
import districtkg.web.PageSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the data set. */
@Shows({Reason.NO_SUCH_RANGE, Reason.BEING_MADE})
class DownloadTest {
    /**
     * Four syntaxes, two tables for readers, the wide table, the data cube, the points, the
     * codebook, the data package, the ontology, its shapes and its rules; of each tidy table two
     * files of CSV, its description, and JSON Lines. Each also compressed, but not Parquet.
     */
    static final int WHOLE = 2 * (4 + 2 + 5 + 3) + Tables.names().size() * (2 * (2 + 1 + 1) + 1);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Edition EDITION = Fixture.yunheEdition();

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("127.0.0.1", 0, EDITION, PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Whoever is told to come again gets the file then. */
    @Test
    void aFileInPreparationGets503() throws Exception {
        try (Server hasty =
                Server.start("127.0.0.1", 0, EDITION, PageSettings.NONE.with(Duration.ZERO))) {
            HttpResponse<String> early = Http.get(hasty, "download/districtkg.trig.gz", "*/*");

            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(early.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(early.body()).contains("errors#being-made");
            Waiting.until(
                    () ->
                            Http.get(hasty, "download/districtkg.trig.gz", "*/*").statusCode()
                                    == 200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "districtkg.nq",
                "districtkg.trig",
                "districtkg.nq.gz",
                "districtkg.trig.gz"
            })
    void aFileWithGraphsHoldsExactlyTheDataSet(String name) throws Exception {
        DatasetGraph read = DatasetGraphFactory.createTxnMem();
        RDFDataMgr.read(read, plain(name), lang(name));
        List<Node> names = list(read);

        assertThat(names)
                .hasSizeGreaterThan(5)
                .containsExactlyInAnyOrderElementsOf(list(EDITION.data()));
        assertThat(names)
                .allSatisfy(
                        graph ->
                                assertThat(triples(read.getGraph(graph)))
                                        .isEqualTo(triples(EDITION.data().getGraph(graph))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "districtkg.ttl",
                "districtkg.jsonld",
                "districtkg.ttl.gz",
                "districtkg.jsonld.gz"
            })
    void aFileWithoutGraphsHoldsAllTriples(String name) throws Exception {
        assertThat(triples(read(name)))
                .hasSizeGreaterThan(5000)
                .isEqualTo(triples(EDITION.data().getDefaultGraph()));
    }

    @Test
    void theShapesValidateTheCuratedDataOfADownloadWithoutOtherFiles() throws Exception {
        DatasetGraph graphs = DatasetGraphFactory.createTxnMem();
        RDFDataMgr.read(graphs, plain("districtkg.trig"), Lang.TRIG);
        Graph data = GraphFactory.createDefaultGraph();
        list(graphs).stream()
                .filter(name -> !Set.of(Dkg.DERIVED, Dkg.QUESTIONS, Dkg.VOID).contains(name))
                .forEach(name -> graphs.getGraph(name).stream().forEach(data::add));
        Shapes shapes = Shapes.parse(read("shapes.ttl"));
        assertThat(shapes.numShapes())
                .isGreaterThan(50)
                .isEqualTo(Shapes.parse(Fixture.yunhe().shapes()).numShapes());
        assertThat(messages(shapes, data)).isEmpty();

        Node figure =
                data.stream(Node.ANY, Dkg.VALUE, Node.ANY).findFirst().orElseThrow().getSubject();
        data.remove(figure, Dkg.UNIT, Node.ANY);
        assertThat(messages(shapes, data))
                .anySatisfy(
                        message -> assertThat(message).contains("A figure has exactly one unit."));
    }

    private static Set<String> messages(Shapes shapes, Graph data) {
        return ShaclValidator.get().validate(shapes, data).getEntries().stream()
                .map(ReportEntry::message)
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void theRulesAreExecutableQueriesInTheOrderOfTheirStrata() throws Exception {
        Graph rules = read("rules.ttl.gz");
        List<Node> queries =
                rules.stream(Node.ANY, RDF.type.asNode(), SHACL.SPARQLConstructExecutable)
                        .map(org.apache.jena.graph.Triple::getSubject)
                        .toList();
        StringBuilder prologue = new StringBuilder();
        rules.stream(Node.ANY, SHACL.namespace, Node.ANY)
                .forEach(
                        one ->
                                prologue.append("PREFIX ")
                                        .append(value(rules, one.getSubject(), SHACL.prefix))
                                        .append(": <")
                                        .append(one.getObject().getLiteralLexicalForm())
                                        .append(">\n"));

        assertThat(queries).hasSizeGreaterThan(50);
        for (Node rule : queries) {
            Query query = QueryFactory.create(prologue + value(rules, rule, SHACL.construct));
            assertThat(query.isConstructType()).as(rule.getURI()).isTrue();
            assertThat(rule.getURI()).contains("#" + value(rules, rule, SHACL.order) + "-");
        }
    }

    private static String value(Graph graph, Node subject, Node property) {
        return graph.stream(subject, property, Node.ANY)
                .findFirst()
                .orElseThrow()
                .getObject()
                .getLiteralLexicalForm();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ontology.ttl", "shapes.ttl", "rules.ttl"})
    void theFilesOfTheOntologyAreForScriptsOfAnySite(String name) throws Exception {
        HttpResponse<byte[]> file = get(server, name, "Origin", "https://elsewhere.example");

        assertThat(file.headers().firstValue("Content-Type"))
                .contains("text/turtle; charset=utf-8");
        assertThat(file.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(file.headers().firstValue("ETag")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nq", "trig", "ttl", "jsonld"})
    void aDocumentHasFilesOfItsGraph(String suffix) throws Exception {
        String path = "documents/yunhe-2021." + suffix;
        Node graph = Dkg.iri(Dkg.GRAPH + "yunhe-2021");
        DatasetGraph read = DatasetGraphFactory.createTxnMem();
        RDFDataMgr.read(read, plain(path), lang(path));
        Graph found = read.containsGraph(graph) ? read.getGraph(graph) : read.getDefaultGraph();

        assertThat(triples(found))
                .hasSizeGreaterThan(50)
                .isEqualTo(triples(EDITION.data().getGraph(graph)));
    }

    @ParameterizedTest
    @CsvSource({
        "statements-en.csv, document, Yunhe", "statements-zh.csv, 文献, 云禾",
        "documents/yunhe-2021.csv, document, Yunhe", "documents/yunhe-2021.zh.csv, 文献, 云禾"
    })
    void aTableHasARowForEachStatement(String name, String heading, String word) throws Exception {
        String text = new String(plain(name).readAllBytes(), StandardCharsets.UTF_8);
        Node document = name.startsWith("documents/") ? Dkg.iri(Dkg.ID + "yunhe-2021") : Node.ANY;
        long statements =
                Stream.of(Dkg.STATEMENT, Dkg.DOUBTED_STATEMENT)
                        .flatMap(EDITION.things()::all)
                        .filter(
                                one ->
                                        EDITION.data()
                                                .getDefaultGraph()
                                                .contains(one, Dkg.DOCUMENT_OF, document))
                        .count();

        try (CSVParser rows = CSVParser.parse(text, CSVFormat.RFC4180)) {
            assertThat(rows.getRecords()).hasSize((int) statements + 1).hasSizeGreaterThan(10);
        }
        assertThat(text).contains(heading).contains(word);
    }

    @Test
    void theSameSourcesInAnyOrderGiveTheSameBytes() throws Exception {
        List<Path> paths = files();
        List<Path> turned = new java.util.ArrayList<>(paths);
        Collections.reverse(turned);
        Edition again = Edition.trusting(Sources.read(turned), Fixture.ONTOLOGY);
        assertThat(Sources.read(turned).files().getFirst().path())
                .isNotEqualTo(Fixture.yunhe().files().getFirst().path());

        try (Server other = Server.start("127.0.0.1", 0, again, PageSettings.NONE)) {
            String sums = text(server, "SHA256SUMS");
            assertThat(sums.lines()).hasSize(WHOLE);
            assertThat(text(other, "SHA256SUMS")).isEqualTo(sums);
            assertThat(text(server, "documents/SHA256SUMS"))
                    .hasLineCount(3 * 6)
                    .isEqualTo(text(other, "documents/SHA256SUMS"));
            assertThat(get(other, "districtkg.jsonld").body())
                    .isEqualTo(get(server, "districtkg.jsonld").body());
        }
    }

    @Test
    void theListOfDigestsIsTrue() throws Exception {
        assertThat(text(server, "SHA256SUMS").lines())
                .hasSize(WHOLE)
                .allSatisfy(
                        line -> {
                            String[] parts = line.split("  ", 2);
                            assertThat(sha256(get(server, parts[1]).body())).isEqualTo(parts[0]);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "districtkg.nq.gz",
                "districtkg.ttl",
                "documents/yunhe-2021.jsonld",
                "statements-zh.csv"
            })
    void aFileTellsItsSizeItsDigestAndAName(String path) throws Exception {
        HttpResponse<byte[]> file = get(server, path);
        String digest =
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256(file.body())));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Repr-Digest")).contains("sha-256=:" + digest + ":");
        assertThat(file.headers().firstValueAsLong("Content-Length")).hasValue(file.body().length);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"")
                .contains("-" + EDITION.version() + ".");
    }

    @Test
    void theChecksumsOfAnEarlierVersionStay(@TempDir Path folder) throws Exception {
        ServerSettings keeping =
                ServerSettings.at("127.0.0.1", 0)
                        .with(PageSettings.NONE.keepingChecksums(Optional.of(folder)));
        String before = EDITION.version();
        String version;
        try (Server first = Server.start(keeping, EDITION)) {
            version = DatasetCatalog.version(EDITION.things());
            assertThat(text(first, "changes?format=ttl")).doesNotContain("SHA256SUMS");
            byte[] file = get(first, "codebook.csv").body();
            assertThat(get(first, "documents/yunhe-2021.ttl").statusCode()).isEqualTo(200);
            first.publish(Fixture.realEdition());
            assertThat(first.edition().version()).isNotEqualTo(before);

            assertThat(text(first, "versions/" + version + "/SHA256SUMS"))
                    .hasLineCount(2)
                    .contains(sha256(file) + "  codebook.csv\n")
                    .contains("  documents/yunhe-2021.ttl\n");
        }
        try (Server later = Server.start(keeping, Fixture.realEdition())) {
            String address = "download/versions/" + version + "/SHA256SUMS";
            assertThat(Http.get(later, address, "*/*").statusCode()).isEqualTo(200);
            assertThat(Http.get(later, "download/changes", "text/turtle").body())
                    .contains(later.address() + address);
            assertThat(Http.get(later, "download/changes", "text/html").body())
                    .contains("href=\"/" + address + "\"");
            for (String none : List.of("..%2f..", "9.9.9", "")) {
                assertThat(get(later, "versions/" + none + "/SHA256SUMS").statusCode())
                        .isIn(400, 404);
            }
        }
        assertThat(get(server, "versions/" + version + "/SHA256SUMS").statusCode()).isEqualTo(404);
    }

    @Test
    void aFolderOfChecksumsThatCannotBeWrittenLosesNoFile(@TempDir Path folder) throws Exception {
        Path noFolder = java.nio.file.Files.writeString(folder.resolve("file"), "");
        try (Server careless =
                Server.start(
                        ServerSettings.at("127.0.0.1", 0)
                                .with(PageSettings.NONE.keepingChecksums(Optional.of(noFolder))),
                        EDITION)) {
            assertThat(get(careless, "codebook.csv").statusCode()).isEqualTo(200);
            assertThat(get(careless, "changes").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCachedFileGets304() throws Exception {
        String tag = get(server, "districtkg.nq.gz").headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> again = get(server, "districtkg.nq.gz", "If-None-Match", tag);
        HttpResponse<byte[]> other = get(server, "districtkg.nq.gz", "If-None-Match", "\"0\"");

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void headHasTheHeadersOfTheFile() throws Exception {
        HttpResponse<byte[]> head =
                CLIENT.send(
                        HttpRequest.newBuilder(server.address().resolve("download/districtkg.ttl"))
                                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofByteArray());
        HttpResponse<byte[]> whole = get(server, "districtkg.ttl");

        assertThat(head.body()).isEmpty();
        for (String header : List.of("Content-Length", "ETag", "Repr-Digest", "Content-Type")) {
            assertThat(head.headers().firstValue(header))
                    .isPresent()
                    .isEqualTo(whole.headers().firstValue(header));
        }
    }

    @Test
    void gzipHasItsOwnDigest() throws Exception {
        HttpResponse<byte[]> packed = get(server, "districtkg.ttl", "Accept-Encoding", "gzip");

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
        assertThat(packed.body()).isEqualTo(get(server, "districtkg.ttl.gz").body());
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(get(server, "districtkg.ttl").body());
        assertThat(
                        get(server, "districtkg.ttl", "Accept-Encoding", "gzip;q=0")
                                .headers()
                                .firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(
                        get(server, "districtkg.ttl.gz", "Accept-Encoding", "gzip")
                                .headers()
                                .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 0, 100",
        "bytes=100-, 100, -1",
        "bytes=-10, -10, -1",
        "bytes=5-99999999, 5, -1"
    })
    void aRangeOfAFileIsServed(String range, int from, int to) throws Exception {
        byte[] whole = get(server, "statements-en.csv").body();
        HttpResponse<byte[]> part = get(server, "statements-en.csv", "Range", range);
        int first = from < 0 ? whole.length + from : from;
        int end = to < 0 ? whole.length : to;

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range"))
                .contains("bytes " + first + "-" + (end - 1) + "/" + whole.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, first, end));
    }

    @Test
    void aRangeBeyondTheEndIsRefused() throws Exception {
        HttpResponse<byte[]> beyond = get(server, "statements-en.csv", "Range", "bytes=99999999-");
        HttpResponse<byte[]> other =
                get(server, "statements-en.csv", "Range", "bytes=0-9", "If-Range", "\"another\"");

        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range").orElseThrow())
                .startsWith("bytes */");
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void concurrentRequestsGetTheSameFile() throws Exception {
        try (Server fresh = Server.start("127.0.0.1", 0, EDITION, PageSettings.NONE)) {
            List<CompletableFuture<HttpResponse<byte[]>>> asked =
                    Stream.generate(
                                    () ->
                                            CLIENT.sendAsync(
                                                    HttpRequest.newBuilder(
                                                                    fresh.address()
                                                                            .resolve(
                                                                                    "download/districtkg.nq.gz"))
                                                            .build(),
                                                    BodyHandlers.ofByteArray()))
                            .limit(16)
                            .toList();

            assertThat(asked.stream().map(one -> sha256(one.join().body())))
                    .hasSize(16)
                    .containsOnly(sha256(get(server, "districtkg.nq.gz").body()));
        }
    }

    @Test
    void whatIsNoFileIsNotFound() throws Exception {
        for (String path :
                List.of(
                        "districtkg.xyz",
                        "districtkg.nq.gz.gz",
                        "documents/yunhe-1999.ttl",
                        "documents/",
                        "..%2f..%2fetc/passwd",
                        "documents/yunhe.ttl")) {
            assertThat(get(server, path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, Downloads", "zh, 下载"})
    void aPageListsAllFiles(String language, String title) throws Exception {
        String page = Http.get(server, "download/?lang=" + language, "text/html").body();

        assertThat(page).contains("<h1>" + title).contains(EDITION.version());
        for (String file :
                List.of(
                        "districtkg.nq.gz",
                        "statements-zh.csv",
                        "SHA256SUMS",
                        "documents/yunhe-2021.ttl")) {
            assertThat(page).contains("href=\"/download/" + file + "\"");
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> found =
                Stream.concat(
                        java.nio.file.Files.walk(Fixture.ONTOLOGY),
                        java.nio.file.Files.walk(Fixture.YUNHE))) {
            return found.filter(path -> path.toString().endsWith(".ttl")).sorted().toList();
        }
    }

    private static List<Node> list(DatasetGraph data) {
        List<Node> names = new java.util.ArrayList<>();
        data.listGraphNodes().forEachRemaining(names::add);
        return names;
    }

    private static Set<org.apache.jena.graph.Triple> triples(Graph graph) {
        return graph.stream().collect(java.util.stream.Collectors.toSet());
    }

    private static Graph read(String name) throws Exception {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFDataMgr.read(graph, plain(name), lang(name));
        return graph;
    }

    private static Lang lang(String name) {
        return RDFLanguages.filenameToLang(name);
    }

    private static InputStream plain(String path) throws Exception {
        HttpResponse<byte[]> file = get(server, path);
        assertThat(file.statusCode()).isEqualTo(200);
        InputStream bytes = new ByteArrayInputStream(file.body());
        return path.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    private static String text(Server from, String path) throws Exception {
        return new String(get(from, path).body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(Server from, String path, String... headers)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(from.address().resolve("download/" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String sha256(byte[] bytes) {
        return DigestUtils.sha256Hex(bytes);
    }

    private static HttpResponse<byte[]> get(Server from, String path) throws Exception {
        return get(from, path, new String[0]);
    }
}
