package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.describe.Releases;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import districtkg.web.PageSettings;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint and the data set tell programs what they are. */
class ServiceDescriptionTest {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String TERMS = "http://purl.org/dc/terms/";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final Node SPARQL = Dkg.iri(Dkg.ROOT + "sparql");
    private static final Node DATASET = Dkg.iri(Dkg.ROOT + "dataset");

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start("127.0.0.1", 0, Fixture.realEdition(), PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/turtle",
                "application/ld+json",
                "application/n-triples",
                "application/rdf+xml",
                "*/*"
            })
    void theEndpointWithoutAQueryDescribesItself(String accept) throws Exception {
        Graph graph = graph(Http.get(server, "sparql", accept));

        assertThat(objects(graph, SPARQL, SD + "endpoint")).containsExactly(at("sparql"));
        assertThat(objects(graph, SPARQL, SD + "supportedLanguage"))
                .containsExactly(SD + "SPARQL11Query");
        assertThat(objects(graph, SPARQL, SD + "feature"))
                .containsExactly(SD + "UnionDefaultGraph");
        assertThat(objects(graph, SPARQL, SD + "inputFormat")).isEmpty();
        assertThat(objects(graph, SPARQL, "http://www.w3.org/2000/01/rdf-schema#seeAlso"))
                .containsExactly(at(".well-known/void"));
    }

    @Test
    void browsersAreRedirectedToTheQueryPage() throws Exception {
        HttpResponse<String> response = Http.get(server, "sparql", "text/html");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/query");
    }

    @Test
    void everyNamedGraphIsDescribedWithItsSize() throws Exception {
        Graph graph = graph(Http.get(server, "sparql", "text/turtle"));
        List<Node> named =
                graph.stream(Node.ANY, Dkg.iri(SD + "name"), Node.ANY)
                        .map(triple -> triple.getObject())
                        .toList();

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(named)
                .allSatisfy(
                        name ->
                                assertThat(objects(graph, name, VOID + "triples"))
                                        .containsExactly(
                                                Integer.toString(
                                                        server.edition()
                                                                .data()
                                                                .getGraph(name)
                                                                .size())));
    }

    @Test
    void theDefaultGraphIsTheUnionOfAllNamedGraphs() {
        DatasetGraph data = server.edition().data();
        Set<Triple> union = new HashSet<>();
        data.listGraphNodes()
                .forEachRemaining(name -> data.getGraph(name).stream().forEach(union::add));

        assertThat(union)
                .hasSizeGreaterThan(20_000)
                .isEqualTo(data.getDefaultGraph().stream().collect(Collectors.toSet()));
    }

    @Test
    void everyFileHasSizeAndDigestAndAnAddressThatAnswers() throws Exception {
        Graph graph = graph(Http.get(server, "dataset", "text/turtle"));
        Instant deadline = Instant.now().plusSeconds(300);
        while (!allMade(graph) && Instant.now().isBefore(deadline)) {
            graph = graph(Http.get(server, "dataset", "text/turtle"));
        }
        Graph catalog = graph;
        List<String> files = objects(graph, DATASET, DCAT + "distribution");

        assertThat(files).hasSize(DownloadTest.WHOLE);
        for (String file : files) {
            String path = "download/" + file.replaceFirst(".*/", "");
            HttpResponse<String> head =
                    Http.send(
                            HttpRequest.newBuilder(server.address().resolve(path))
                                    .method("HEAD", BodyPublishers.noBody())
                                    .build());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(objects(catalog, Dkg.iri(file), DCAT + "downloadURL"))
                    .containsExactly(at(path));
            assertThat(objects(catalog, Dkg.iri(file), DCAT + "byteSize"))
                    .containsExactly(head.headers().firstValue("Content-Length").orElseThrow());
            String sum =
                    objects(catalog, Dkg.iri(file), "http://spdx.org/rdf/terms#checksum")
                            .getFirst();
            String hex =
                    objects(catalog, Dkg.iri(sum), "http://spdx.org/rdf/terms#checksumValue")
                            .getFirst();
            String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
            assertThat(head.headers().firstValue("Repr-Digest"))
                    .contains("sha-256=:" + digest + ":");
        }
    }

    @Test
    void theNewestVersionIsTheOneServedAndNoYoungerThanWhatItHolds() throws Exception {
        Releases.Release newest =
                Releases.of(server.edition().things()).all(Language.EN).getFirst();
        Graph graph = server.edition().data().getDefaultGraph();
        String dates =
                graph.stream(Node.ANY, Dkg.iri("https://schema.org/datePublished"), Node.ANY)
                        .map(triple -> triple.getObject().getLiteralLexicalForm())
                        .max(String::compareTo)
                        .orElseThrow();

        assertThat(objects(graph, DATASET, "http://www.w3.org/2002/07/owl#versionInfo"))
                .containsExactly(newest.version());
        assertThat(newest.holds())
                .isEqualTo(
                        "%,d documents, %,d statements"
                                .formatted(
                                        Fixture.corpus().things().all(Dkg.DOCUMENT).count(),
                                        Fixture.corpus().things().all(Dkg.STATEMENT).count()));
        assertThat(objects(graph, DATASET, "http://purl.org/dc/terms/modified").getFirst())
                .isGreaterThanOrEqualTo(dates)
                .isGreaterThanOrEqualTo(newest.date());
    }

    @ParameterizedTest
    @CsvSource({"text/html, 首个版本", "text/turtle, skos:changeNote"})
    void theVersionsAreListedForPeopleAndPrograms(String accept, String holds) throws Exception {
        assertThat(Http.get(server, "download/changes?lang=zh", accept).body()).contains(holds);
        assertThat(Http.get(server, "download/changes?format=csv", "*/*").body())
                .startsWith("version,issued,")
                .contains("0.1.0,2026-11-24,");
    }

    @Test
    void everyResultFormatThatIsToldIsGiven() throws Exception {
        Map<String, String> types =
                Map.of(
                        "SPARQL_Results_JSON", "application/sparql-results+json",
                        "SPARQL_Results_XML", "application/sparql-results+xml",
                        "SPARQL_Results_CSV", "text/csv",
                        "SPARQL_Results_TSV", "text/tab-separated-values",
                        "Turtle", "text/turtle",
                        "N-Triples", "application/n-triples",
                        "RDF_XML", "application/rdf+xml",
                        "JSON-LD", "application/ld+json",
                        "TriG", "application/trig",
                        "N-Quads", "application/n-quads");
        Graph graph = graph(Http.get(server, "sparql", "text/turtle"));

        assertThat(objects(graph, SPARQL, SD + "resultFormat"))
                .hasSameSizeAs(types.keySet())
                .allSatisfy(
                        format -> {
                            String name = format.replaceFirst(".*/", "");
                            String query =
                                    name.startsWith("SPARQL")
                                            ? "SELECT * { ?s a :Document }"
                                            : "CONSTRUCT WHERE { ?s a :Document }";
                            HttpResponse<String> answer =
                                    Http.query(server, query, types.get(name));
                            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                                    .startsWith(types.get(name));
                        });
    }

    @Test
    void aQueryOrAPostIsNoQuestionForTheDescription() throws Exception {
        assertThat(Http.get(server, "sparql?query=ASK%7B%7D", "*/*").body()).contains("true");
        assertThat(Http.get(server, "sparql?query=", "*/*").statusCode()).isEqualTo(400);
        assertThat(
                        Http.send(
                                        HttpRequest.newBuilder(Http.endpoint(server))
                                                .POST(BodyPublishers.noBody())
                                                .build())
                                .statusCode())
                .isBetween(400, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/ld+json", "application/rdf+xml", "*/*"})
    void theWellKnownAddressGivesTheDataSetInNumbers(String accept) throws Exception {
        Graph graph = graph(Http.get(server, ".well-known/void", accept));

        assertThat(objects(graph, DATASET, VOID + "sparqlEndpoint")).containsExactly(at("sparql"));
        assertThat(objects(graph, DATASET, VOID + "triples"))
                .containsExactly(
                        Integer.toString(server.edition().data().getDefaultGraph().size()));
        assertThat(objects(graph, DATASET, VOID + "classPartition")).hasSizeGreaterThan(60);
        assertThat(objects(graph, DATASET, VOID + "dataDump"))
                .contains(at("download/districtkg.nq.gz"));
    }

    @Test
    void theCatalogueNamesTheDataSetItsVersionItsFilesAndItsEndpoint() throws Exception {
        Graph graph = graph(Http.get(server, "dataset", "text/turtle"));
        String version = objects(graph, DATASET, DCAT + "version").getFirst();

        assertThat(version).isEqualTo("0.1.0-" + server.edition().version());
        assertThat(objects(graph, Dkg.iri(Dkg.ROOT + "catalog"), DCAT + "service"))
                .containsExactly(SPARQL.getURI());
        assertThat(objects(graph, SPARQL, DCAT + "endpointURL")).containsExactly(at("sparql"));
        for (String said :
                List.of(
                        "issued",
                        "modified",
                        "license",
                        "spatial",
                        "temporal",
                        "conformsTo",
                        "title")) {
            assertThat(objects(graph, DATASET, "http://purl.org/dc/terms/" + said)).isNotEmpty();
        }
        assertThat(Http.get(server, "dataset/" + version, "*/*").statusCode()).isEqualTo(303);
        assertThat(Http.get(server, "dataset/0.0.0-0", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void everyDataSetOfTheCatalogueHasWhatDcatApDemands() throws Exception {
        Graph graph = graph(Http.get(server, "dataset", "text/turtle"));
        List<String> sets = objects(graph, Dkg.iri(Dkg.ROOT + "catalog"), DCAT + "dataset");

        assertThat(sets).hasSizeGreaterThan(2);
        for (String set : sets) {
            for (String said : List.of("title", "description")) {
                assertThat(graph.stream(Dkg.iri(set), Dkg.iri(TERMS + said), Node.ANY))
                        .as("%s of %s", said, set)
                        .extracting(triple -> triple.getObject().getLiteralLanguage())
                        .containsExactlyInAnyOrder("en", "zh");
            }
            for (String said : List.of("publisher", "license")) {
                assertThat(objects(graph, Dkg.iri(set), TERMS + said)).as(set).hasSize(1);
            }
        }
        for (String described : List.of("catalog", "sparql")) {
            assertThat(objects(graph, Dkg.iri(Dkg.ROOT + described), TERMS + "description"))
                    .hasSize(2);
        }
    }

    @Test
    void everyMediaTypeIsRegisteredAndTheOneThatIsSent() throws Exception {
        Graph graph = graph(Http.get(server, "dataset", "text/turtle"));
        List<Triple> told = graph.stream(Node.ANY, Dkg.iri(DCAT + "mediaType"), Node.ANY).toList();

        assertThat(told).hasSizeGreaterThan(10);
        for (Triple one : told) {
            String type = one.getObject().getURI().replaceFirst(".*/media-types/", "");
            assertThat(type)
                    .isIn(
                            "application/geo+json",
                            "application/ld+json",
                            "application/n-quads",
                            "application/trig",
                            "text/turtle",
                            "text/csv",
                            "text/plain",
                            "application/json",
                            "application/csvm+json",
                            "application/vnd.apache.parquet");
            String address = objects(graph, one.getSubject(), DCAT + "downloadURL").getFirst();
            if (!address.endsWith(".gz")) {
                assertThat(
                                Http.get(server, address, "*/*")
                                        .headers()
                                        .firstValue("Content-Type")
                                        .orElseThrow())
                        .startsWith(type);
            }
        }
    }

    private static boolean allMade(Graph catalog) {
        return objects(catalog, DATASET, DCAT + "distribution").stream()
                .noneMatch(file -> objects(catalog, Dkg.iri(file), DCAT + "byteSize").isEmpty());
    }

    private static List<String> objects(Graph graph, Node subject, String property) {
        return graph.stream(subject, Dkg.iri(property), Node.ANY)
                .map(triple -> triple.getObject())
                .map(one -> one.isLiteral() ? one.getLiteralLexicalForm() : one.getURI())
                .toList();
    }

    private static String at(String path) {
        return server.address().resolve(path).toString();
    }

    private static Graph graph(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        Graph graph = GraphFactory.createDefaultGraph();
        String type =
                response.headers().firstValue("Content-Type").orElseThrow().replaceFirst(";.*", "");
        Lang lang = RDFLanguages.contentTypeToLang(type);
        RDFDataMgr.read(
                graph,
                new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)),
                lang);
        return graph;
    }
}
