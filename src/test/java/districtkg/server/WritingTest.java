package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.Shows;
import districtkg.edit.DocumentName;
import districtkg.problem.Reason;
import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.vocab.Dkg;
import districtkg.web.PageSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PUT and DELETE of whole documents. */
@Shows({
    Reason.NO_TOKEN,
    Reason.WRONG_TOKEN,
    Reason.ONLY_WHOLE_DOCUMENTS,
    Reason.NOT_A_DOCUMENT,
    Reason.BAD_GRAPH_NAME,
    Reason.UNKNOWN_SYNTAX,
    Reason.DOCUMENT_TOO_LARGE,
    Reason.FAULTY_DOCUMENT,
    Reason.STILL_NEEDED,
    Reason.KEPT_ELSEWHERE,
    Reason.CHANGED_MEANWHILE
})
class WritingTest {
    private static final String TURTLE = "text/turtle";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @TempDir private static Path folder;
    private static Writable writable;

    /** Another document for each test. */
    private final String slug = "note-" + NEXT.incrementAndGet() + "x";

    private final String note = Writable.note(slug, "3.1");

    @BeforeAll
    static void start() throws IOException {
        writable = new Writable(folder);
    }

    @AfterAll
    static void stop() {
        writable.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "POST", "PATCH"})
    void writingIsDisabledByDefault(String method) throws Exception {
        try (Server reading =
                Server.start("127.0.0.1", 0, Fixture.yunheEdition(), PageSettings.NONE)) {
            for (String address : List.of("data?graph=" + Dkg.GRAPH + slug, "graph/" + slug)) {
                HttpResponse<String> response =
                        Http.send(
                                HttpRequest.newBuilder(reading.address().resolve(address))
                                        .header("Content-Type", TURTLE)
                                        .header("Authorization", "Bearer " + Writable.TOKEN)
                                        .method(method, BodyPublishers.ofString(note))
                                        .build());

                assertThat(response.statusCode()).isEqualTo(405);
                assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
                assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
                assertThat(response.body()).doesNotContain("oken", "PUT");
            }
        }
    }

    @Test
    void aDocumentIsPutReplacedAndDeleted() throws Exception {
        assertThat(writable.get(slug).statusCode()).isEqualTo(404);

        assertThat(writable.put(slug, TURTLE, note).statusCode()).isEqualTo(201);
        assertThat(writable.get(slug).body()).contains("\"3.1\"");
        assertThat(figure(slug)).isEqualTo("3.1");

        HttpResponse<String> replaced = writable.put(slug, TURTLE, Writable.note(slug, "3.2"));
        assertThat(replaced.statusCode()).isEqualTo(204);
        assertThat(writable.get(slug).body()).contains("\"3.2\"").doesNotContain("\"3.1\"");
        assertThat(figure(slug)).isEqualTo("3.2");

        assertThat(writable.delete(slug).statusCode()).isEqualTo(204);
        assertThat(writable.get(slug).statusCode()).isEqualTo(404);
        assertThat(figure(slug)).isEmpty();
        assertThat(writable.delete(slug).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasWrittenIsThereAfterARestart(@TempDir Path other) throws Exception {
        String version;
        try (Writable first = new Writable(other)) {
            first.put(slug, TURTLE, note);
            assertThat(first.delete("yunhe-2021").statusCode()).isEqualTo(204);
            version = first.server.edition().version();
        }

        try (Writable second = new Writable(other)) {
            assertThat(second.server.edition().version()).isEqualTo(version);
            assertThat(second.get(slug).body()).contains("\"3.1\"");
            assertThat(second.get("yunhe-2021").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theBytesOfTheWriterAreKeptWithTheirComments() throws Exception {
        writable.put(slug, TURTLE, note);
        Path file = writable.data.resolve("documents/written/" + slug + ".ttl");
        assertThat(file).hasContent(note);

        String press = Files.readString(writable.data.resolve("yunhe-press-2021.ttl"));
        String longer = "# Read again.\n" + press;
        assertThat(writable.put("yunhe-press-2021", TURTLE, longer).statusCode()).isEqualTo(204);

        assertThat(writable.data.resolve("yunhe-press-2021.ttl")).hasContent(longer);
        assertThat(writable.data.resolve(".incoming"))
                .isDirectoryNotContaining(path -> !path.endsWith("lock"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/trig,trig",
        "application/n-triples,nt",
        "application/n-quads,nq",
        "application/ld+json,jsonld",
        "application/rdf+xml,rdf"
    })
    void aDocumentMayComeInAnySyntax(String type, String suffix) throws Exception {
        Lang syntax = RDFLanguages.contentTypeToLang(type);
        String body = written(graph(note), syntax);

        assertThat(writable.put(slug, type, body).statusCode()).isEqualTo(201);
        assertThat(writable.data.resolve("documents/written/" + slug + "." + suffix))
                .hasContent(body);
        assertThat(served(slug).isIsomorphicWith(graph(note))).isTrue();
        assertThat(stored(slug).isIsomorphicWith(graph(note))).isTrue();

        String changed = Writable.note(slug, "3.3");
        assertThat(writable.put(slug, TURTLE, changed).statusCode()).isEqualTo(204);

        assertThat(stored(slug).isIsomorphicWith(graph(changed))).isTrue();
        assertThat(served(slug).isIsomorphicWith(graph(changed))).isTrue();
    }

    @Test
    void aGraphMayBeNamedInTheBodyIfItIsThatOne() throws Exception {
        DatasetGraph named = DatasetGraphFactory.create();
        named.addGraph(Dkg.iri(Dkg.GRAPH + slug), graph(note));
        String body = RDFWriter.source(named).lang(Lang.NQUADS).asString();

        assertThat(writable.put(slug, "application/n-quads", body).statusCode()).isEqualTo(201);
        assertThat(
                        faults(
                                writable.put(
                                        slug,
                                        "application/n-quads",
                                        body.replace("graph/" + slug, "graph/nota"))))
                .containsExactly("another-document");
    }

    @Test
    void aGraphMayBeNamedByItsOwnAddress() throws Exception {
        var request =
                HttpRequest.newBuilder(writable.server.address().resolve("graph/" + slug))
                        .header("Authorization", "bearer " + Writable.TOKEN)
                        .header("Content-Type", "text/turtle;charset=UTF-8");

        assertThat(Http.send(request.PUT(BodyPublishers.ofString(note)).build()).statusCode())
                .isEqualTo(201);
        assertThat(figure(slug)).isEqualTo("3.1");
        assertThat(Http.send(request.DELETE().build()).statusCode()).isEqualTo(204);
        assertThat(figure(slug)).isEmpty();
    }

    @Test
    void onlyHoldersOfATokenWrite() throws Exception {
        String before = writable.server.edition().version();
        var open =
                HttpRequest.newBuilder(writable.graph(slug))
                        .header("Content-Type", TURTLE)
                        .PUT(BodyPublishers.ofString(note));
        HttpResponse<String> none = Http.send(open.build());
        HttpResponse<String> basic =
                Http.send(open.copy().header("Authorization", "Basic YTpi").build());
        HttpResponse<String> two =
                Http.send(
                        open.copy()
                                .header("Authorization", "Bearer " + Writable.TOKEN)
                                .header("Authorization", "Bearer " + Writable.TOKEN)
                                .build());
        HttpResponse<String> wrong =
                Http.send(open.copy().header("Authorization", "Bearer " + "f".repeat(32)).build());

        assertThat(List.of(none, basic, two))
                .allSatisfy(
                        response -> {
                            assertThat(response.statusCode()).isEqualTo(401);
                            assertThat(
                                            response.headers()
                                                    .firstValue("WWW-Authenticate")
                                                    .orElseThrow())
                                    .startsWith("Bearer");
                        });
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(writable.server.edition().version()).isEqualTo(before);
        assertThat(writable.get(slug).statusCode()).isEqualTo(404);
    }

    @Test
    void everyFaultIsNamedAndNothingIsChanged() throws Exception {
        writable.put(slug, TURTLE, note);
        String before = writable.server.edition().version();
        String faulty =
                note.replace(":kind v:press-report ; ", "")
                        .replace(":place id:yunhe ; :indicator", ":place id:nowhere ; :indicator")
                        .replace("\"2020\"^^xsd:gYear", "\"last year\"");

        HttpResponse<String> response = writable.put(slug, TURTLE, faulty);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(faults(response)).contains("document-kind", "dangling-reference", "date-form");
        JsonObject fault =
                JSON.parse(response.body()).get("faults").getAsArray().get(0).getAsObject();
        assertThat(fault.keys()).contains("code", "severity", "places", "what", "fix", "more");
        JsonObject place = fault.get("places").getAsArray().get(0).getAsObject();
        assertThat(place.get("in").getAsString().value()).isEqualTo("body");
        assertThat(place.get("line").getAsNumber().value().intValue()).isPositive();
        assertThat(response.body()).doesNotContain(folder.toString(), ".incoming");
        assertThat(writable.put(slug, TURTLE, faulty, "Accept", "text/plain").body())
                .contains("document-kind  body:9", "\n  fix: ");
        assertThat(writable.server.edition().version()).isEqualTo(before);
        assertThat(figure(slug)).isEqualTo("3.1");
        assertThat(writable.data.resolve("documents/written/" + slug + ".ttl")).hasContent(note);
    }

    /** Told one by one they would be an answer of many megabytes. */
    @Test
    void manyFaultsListTheFirst() throws Exception {
        StringBuilder faulty = new StringBuilder(note);
        for (int at = 0; at < 8000; at++) {
            faulty.append("id:").append(slug).append("-f").append(at).append(" a :Outcome .\n");
        }

        HttpResponse<String> response = writable.put(slug, TURTLE, faulty.toString());

        assertThat(response.statusCode()).isEqualTo(422);
        JsonObject told = JSON.parse(response.body());
        assertThat(told.get("faults").getAsArray()).hasSize(100);
        assertThat(told.get("faultsNotListed").getAsNumber().value().intValue())
                .isGreaterThan(8000);
        assertThat(response.body()).hasSizeLessThan(200_000);
        assertThat(writable.put(slug, TURTLE, faulty.toString(), "Accept", "text/plain").body())
                .containsPattern("Faults that are not listed: \\d{4,}");
    }

    /** Of a whole body; told one by one its faults took minutes and 88 MB. */
    @Test
    void aBodyFullOfFaultsListsTheFirst() throws Exception {
        StringBuilder faulty = new StringBuilder(note);
        for (int at = 0; at < 30_000; at++) {
            faulty.append("id:").append(slug).append("-f").append(at).append(" a :Outcome.\n");
        }

        HttpResponse<String> response = writable.put(slug, TURTLE, faulty.toString());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("faultsNotListed").hasSizeLessThan(200_000);
        JsonObject told = JSON.parse(response.body());
        assertThat(told.get("faults").getAsArray()).hasSize(100);
        assertThat(told.getBoolean("validationStopped")).isTrue();
        assertThat(writable.put(slug, TURTLE, faulty.toString(), "Accept", "text/plain").body())
                .containsPattern("Faults that are not listed: \\d{5} or more");
    }

    /** The triples of a blank node are looked for among those of all subjects. */
    @ParameterizedTest
    @ValueSource(strings = {"[] a :Outcome .\n", "[] a :Outcome ; :value %d .\n"})
    void aBodyFullOfFaultyBlankNodesListsTheFirst(String statement) throws Exception {
        StringBuilder faulty = new StringBuilder(note);
        for (int at = 0; at < 30_000; at++) {
            faulty.append(statement.formatted(at));
        }

        HttpResponse<String> response = writable.put(slug, TURTLE, faulty.toString());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(JSON.parse(response.body()).get("faults").getAsArray())
                .hasSizeLessThanOrEqualTo(100)
                .isNotEmpty();
        assertThat(response.body()).hasSizeLessThan(200_000);
    }

    /** Each fault is looked for among all triples of its subject. */
    @ParameterizedTest
    @ValueSource(strings = {", ", ",\n"})
    void manyFaultsOfOneSubjectListTheFirst(String between) throws Exception {
        StringBuilder faulty = new StringBuilder(note);
        faulty.append("id:").append(slug).append("-f a :Outcome ; :value 0");
        for (int at = 1; at < 90_000; at++) {
            faulty.append(between).append(at);
        }

        HttpResponse<String> response = writable.put(slug, TURTLE, faulty.append(" .").toString());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).hasSizeLessThan(200_000);
    }

    @Test
    void aChangeThatTakesTooLongChangesNothing(@TempDir Path other) throws Exception {
        try (Writable hurried =
                new Writable(other, Duration.ofSeconds(60), Duration.ofMillis(20))) {
            HttpResponse<String> response = hurried.put(slug, TURTLE, note);

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("errors#change-too-slow");
            assertThat(hurried.get(slug).statusCode()).isEqualTo(404);
            assertThat(Http.query(hurried.server, "ASK {}", "text/csv").body()).contains("true");
        }
    }

    /** A path over it is walked from each of its nodes, and by recursion. */
    @Test
    void aCycleOfThousandsOfNodesIsAFault() throws Exception {
        int length = 8000;
        StringBuilder faulty = new StringBuilder(note);
        for (int at = 0; at < length; at++) {
            faulty.append(
                    "id:%s-s%d :partOf id:%s-s%d .\n".formatted(slug, at, slug, (at + 1) % length));
        }

        HttpResponse<String> response = writable.put(slug, TURTLE, faulty.toString());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(faults(response)).containsExactly("thing-circle");
        assertThat(response.body()).contains("The circle has 8000 members");
    }

    @ParameterizedTest
    @ValueSource(strings = {"«9×500000»", "0.«3×500000»", "\"«9×500000»\"^^xsd:gYear"})
    void aNumberOfThousandsOfDigitsIsNotRead(String number) throws Exception {
        Matcher repeated = Pattern.compile("«(.)×(\\d+)»").matcher(number);
        String written =
                repeated.replaceAll(part -> part.group(1).repeat(Integer.parseInt(part.group(2))));

        HttpResponse<String> response = writable.put(slug, TURTLE, Writable.note(slug, written));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(faults(response)).containsExactly("syntax");
        assertThat(response.body())
                .contains("a number of more than 1000 digits", "\"line\" : 13")
                .hasSizeLessThan(2_000);
    }

    @Test
    void aCompressedBodyThatIsBrokenIsRefused() throws Exception {
        byte[] whole = zipped(note);
        byte[] garbled = whole.clone();
        Arrays.fill(garbled, 20, 60, (byte) 7);

        assertThat(sent(Arrays.copyOf(whole, whole.length / 2)).statusCode()).isEqualTo(415);
        assertThat(sent(garbled).statusCode()).isEqualTo(415);
        assertThat(sent(new byte[0]).statusCode()).isEqualTo(415);
        assertThat(sent("plain".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(415);
    }

    @Test
    void aSyntaxErrorIsReportedWithItsLine() throws Exception {
        HttpResponse<String> response =
                writable.put(slug, TURTLE, note.replace(":kind v:press-report ;", ":kind ;"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(faults(response)).containsExactly("syntax");
        assertThat(response.body()).contains("\"line\" : 10");
        assertThat(response.body()).doesNotContain(folder.toString(), ".incoming");
    }

    @Test
    void aReferencedDocumentIsNotDeleted() throws Exception {
        String before = writable.server.edition().version();

        HttpResponse<String> response = writable.delete("yunhe-press-2021");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(faults(response)).isNotEmpty();
        assertThat(response.body()).contains("graph/things").doesNotContain(folder.toString());
        assertThat(writable.server.edition().version()).isEqualTo(before);
        assertThat(writable.data.resolve("yunhe-press-2021.ttl")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ontology",
                "alignments",
                "shapes",
                "lists",
                "things",
                "derived",
                "questions",
                "void"
            })
    void onlyDocumentsAreWritten(String slug) throws Exception {
        HttpResponse<String> put = writable.put(slug, TURTLE, Writable.note(slug, "3.1"));

        assertThat(put.statusCode()).isEqualTo(405);
        assertThat(put.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(put.headers().firstValue("Connection")).hasValue("close");
        assertThat(writable.delete(slug).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                "data?default",
                "data?graph=urn:x",
                "data?graph=https://w3id.org/districtkg/graph/",
                "data?graph=https://w3id.org/districtkg/graph/..%2F..%2Fnote",
                "data?graph=https://w3id.org/districtkg/graph/note%00",
                "data?graph=https://w3id.org/districtkg/graph/Note",
                "data?graph=https://w3id.org/districtkg/graph/a&graph=https://w3id.org/districtkg/graph/b",
                "data?default&graph=https://w3id.org/districtkg/graph/note",
                "data?graph=%ff",
                "graph/",
                "graph/a/b",
                "graph/.note",
                "graph/note.ttl"
            })
    void aGraphThatNoDocumentCanHaveIsRefused(String address) throws Exception {
        HttpResponse<String> response =
                Http.send(
                        HttpRequest.newBuilder(writable.server.address().resolve(address))
                                .header("Authorization", "Bearer " + Writable.TOKEN)
                                .header("Content-Type", TURTLE)
                                .PUT(BodyPublishers.ofString(note))
                                .build());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(writable.get(slug).statusCode()).isEqualTo(404);
    }

    @Test
    void theBodyIsTheOneDocumentOfTheGraph() throws Exception {
        for (String body :
                List.of(
                        "",
                        "# nothing",
                        Writable.note("other", "3.1"),
                        note + Writable.note(slug + "-two", "3.1"),
                        "<https://w3id.org/districtkg/id/other> a <https://w3id.org/districtkg/ns#Town> .",
                        Files.readString(writable.data.resolve("lists.ttl")))) {
            assertThat(faults(writable.put(slug, TURTLE, body)))
                    .containsExactly("another-document");
        }
        assertThat(
                        faults(
                                writable.put(
                                        slug,
                                        "application/trig",
                                        note + "GRAPH <http://example.org/g> { id:x a :Town }")))
                .containsExactly("another-document");
        assertThat(faults(writable.put(slug, TURTLE, note + "id:yunhe :value 1 .")))
                .contains("foreign-subject");
        assertThat(
                        faults(
                                writable.put(
                                        slug,
                                        TURTLE,
                                        note
                                                + "<http://example.org/s> a <http://www.w3.org/ns/shacl#NodeShape> .")))
                .containsOnly("foreign-shape");
        assertThat(writable.get(slug).statusCode()).isEqualTo(404);
    }

    @Test
    void aChangeMayDependOnWhatIsThere() throws Exception {
        assertThat(writable.put(slug, TURTLE, note, "If-Match", "*").statusCode()).isEqualTo(412);
        assertThat(writable.put(slug, TURTLE, note, "If-None-Match", "*").statusCode())
                .isEqualTo(201);
        assertThat(writable.put(slug, TURTLE, note, "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        String first = writable.get(slug).headers().firstValue("ETag").orElseThrow();
        String next = Writable.note(slug, "3.2");

        assertThat(writable.put(slug, TURTLE, next, "If-Match", first).statusCode()).isEqualTo(204);
        assertThat(writable.put(slug, TURTLE, note, "If-Match", first).statusCode()).isEqualTo(412);
        assertThat(writable.delete(slug, "If-Match", first).statusCode()).isEqualTo(412);
        assertThat(figure(slug)).isEqualTo("3.2");
        String second = writable.get(slug).headers().firstValue("ETag").orElseThrow();
        assertThat(writable.delete(slug, "If-Match", "W/" + second).statusCode())
                .as("a weak tag, which If-Match compares strongly")
                .isEqualTo(412);
        assertThat(writable.delete(slug, "If-Match", first + ", " + second).statusCode())
                .isEqualTo(204);
    }

    @Test
    void aDocumentMayComeCompressed() throws Exception {
        assertThat(compressed(note).statusCode()).isEqualTo(201);
        assertThat(writable.data.resolve("documents/written/" + slug + ".ttl")).hasContent(note);
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        String large = note + "#".repeat(Writable.LARGEST);
        String bomb = note + "#".repeat(20_000_000);

        assertThat(writable.put(slug, TURTLE, large).statusCode()).isEqualTo(413);
        assertThat(compressed(bomb).statusCode()).isEqualTo(413);
        assertThat(writable.get(slug).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/json",
                "text/turtle; charset=gb18030",
                "application/sparql-update",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x"
            })
    void anUnsupportedSyntaxIsReported(String type) throws Exception {
        HttpResponse<String> response = writable.put(slug, type, note);

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).contains("application/n-quads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void nothingIsAddedOrPatched(String method) throws Exception {
        HttpResponse<String> response =
                Http.send(
                        writable.request(slug)
                                .header("Content-Type", TURTLE)
                                .method(method, BodyPublishers.ofString(note))
                                .build());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, PUT, DELETE");
    }

    @Test
    void aBodyFetchesAndReadsNothing() throws Exception {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, "the secret");
        try (ServerSocket elsewhere = new ServerSocket(0)) {
            elsewhere.setSoTimeout(1);
            String there = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/";
            String xml = written(graph(note), Lang.RDFXML);
            List<HttpResponse<String>> responses = new ArrayList<>();
            for (String entity :
                    List.of(
                            "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                            "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + there + "\">]>",
                            "<!DOCTYPE x SYSTEM \"" + there + "\" [<!ENTITY e \"in\">]>",
                            "<!DOCTYPE x [<!ENTITY % p SYSTEM \""
                                    + there
                                    + "\"> %p; <!ENTITY e \"in\">]>")) {
                responses.add(
                        writable.put(
                                slug,
                                "application/rdf+xml",
                                entity + xml.replace("News in brief", "News &e; brief")));
            }
            responses.add(
                    writable.put(slug, "application/ld+json", "{\"@context\": \"" + there + "\"}"));
            responses.add(
                    writable.put(
                            slug,
                            "application/ld+json",
                            "{\"@context\": {\"@import\": \"" + secret.toUri() + "\"}}"));

            assertThat(responses)
                    .allSatisfy(
                            response -> {
                                assertThat(response.statusCode()).isIn(201, 204, 422);
                                assertThat(response.body()).doesNotContain("the secret");
                            });
            assertThat(writable.get(slug).body()).doesNotContain("the secret");
            assertThat(asked(elsewhere)).isFalse();
        }
    }

    private static boolean asked(ServerSocket elsewhere) throws IOException {
        try {
            elsewhere.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    @Test
    void aBodyThatExpandsOrNestsIsRefused() throws Exception {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
        for (int level = 1; level < 10; level++) {
            laughs.append(
                    "<!ENTITY e" + level + " \"" + ("&e" + (level - 1) + ";").repeat(10) + "\">");
        }
        String xml =
                laughs
                        + "]>"
                        + written(graph(note), Lang.RDFXML)
                                .replace("News in brief", "News &e9; brief");

        assertThat(writable.put(slug, "application/rdf+xml", xml).statusCode()).isEqualTo(422);
        for (String open : List.of("[", "(")) {
            assertThat(
                            writable.put(slug, TURTLE, "<urn:s> <urn:p> " + open.repeat(90_000))
                                    .statusCode())
                    .isEqualTo(422);
        }
        for (String open : List.of("[", "{\"@graph\":")) {
            assertThat(
                            writable.put(
                                            slug,
                                            "application/ld+json",
                                            open.repeat(90_000 / open.length()))
                                    .statusCode())
                    .isEqualTo(422);
        }
        assertThat(writable.put(slug, "application/rdf+xml", "<a>".repeat(30_000)).statusCode())
                .isEqualTo(422);
        String wordy = note.replace("News in brief", "N".repeat(90_000));
        assertThat(writable.put(slug, TURTLE, wordy).statusCode()).isIn(201, 422);
    }

    @Test
    void concurrentWritersLoseNothing() throws Exception {
        List<Future<HttpResponse<String>>> sent = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            for (int at = 0; at < 8; at++) {
                String each = slug + "-" + at;
                sent.add(
                        writers.submit(
                                () -> writable.put(each, TURTLE, Writable.note(each, "3.1"))));
            }
        }

        for (Future<HttpResponse<String>> one : sent) {
            assertThat(one.get().statusCode()).isEqualTo(201);
        }
        for (int at = 0; at < 8; at++) {
            assertThat(figure(slug + "-" + at)).isEqualTo("3.1");
        }
        assertThat(Fixture.edition(writable.read()).version())
                .isEqualTo(writable.server.edition().version());
    }

    @Test
    void aFileWithSeveralDocumentsIsLeftAlone() throws Exception {
        Files.writeString(
                writable.data.resolve("two.trig"),
                "GRAPH <https://w3id.org/districtkg/graph/one> {} \n" + trig("one") + trig("two"));
        writable.service.reload();

        assertThat(figure("one")).isEqualTo("3.1");
        assertThat(writable.put("one", TURTLE, Writable.note("one", "3.2")).statusCode())
                .isEqualTo(409);
        assertThat(writable.delete("one").statusCode()).isEqualTo(409);
        assertThat(figure("one")).isEqualTo("3.1");
    }

    @Test
    void everyAttemptIsLogged() throws Exception {
        String before = writable.server.edition().version();
        writable.put(slug, TURTLE, note);
        String after = writable.server.edition().version();
        writable.put(slug, TURTLE, "");
        writable.delete(slug + "%22%0D%0A%7B%7D");
        Http.send(
                HttpRequest.newBuilder(writable.graph(slug))
                        .header("Authorization", "Bearer " + "f".repeat(32))
                        .DELETE()
                        .build());

        List<JsonObject> lines =
                Files.readAllLines(writable.audit).stream()
                        .map(JSON::parse)
                        .filter(line -> text(line, "graph").startsWith(Dkg.GRAPH + slug))
                        .toList();

        assertThat(lines)
                .extracting(line -> text(line, "who") + " " + text(line, "outcome"))
                .containsExactly(
                        "ann created", "ann faulty-document", "ann bad-graph-name", " wrong-token");
        JsonObject created = lines.getFirst();
        assertThat(text(created, "method")).isEqualTo("PUT");
        assertThat(text(created, "graph")).isEqualTo(Dkg.GRAPH + slug);
        assertThat(text(created, "sha256")).hasSize(64);
        assertThat(text(created, "before")).isEqualTo(before);
        assertThat(text(created, "after")).isEqualTo(after).isNotEqualTo(before);
        assertThat(text(created, "time")).startsWith("20");
        assertThat(Files.readString(writable.audit)).doesNotContain(Writable.TOKEN, "f".repeat(32));
    }

    @Test
    void everyDocumentOfTheDataCanBeWritten() {
        List<SourceFile> documents =
                Fixture.real().files().stream()
                        .filter(file -> file.role() == SourceRole.DOCUMENT)
                        .toList();

        assertThat(documents)
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        file ->
                                assertThat(
                                                DocumentName.ofGraph(file.graphName().getURI())
                                                        .toString())
                                        .isEqualTo(file.graphName().getURI()));
    }

    private HttpResponse<String> compressed(String body) throws Exception {
        return sent(zipped(body));
    }

    private static byte[] zipped(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** A body that says of itself that it is compressed. */
    private HttpResponse<String> sent(byte[] body) throws Exception {
        return Http.send(
                writable.request(slug)
                        .header("Content-Type", TURTLE)
                        .header("Content-Encoding", "gzip")
                        .PUT(BodyPublishers.ofByteArray(body))
                        .build());
    }

    /** The figure of a note, as a query finds it; empty where there is none. */
    private String figure(String slug) throws Exception {
        return Http.query(
                        writable.server,
                        "SELECT ?v { GRAPH <"
                                + Dkg.GRAPH
                                + slug
                                + "> { <"
                                + Dkg.ID
                                + slug
                                + "-figure> :value ?v } <"
                                + Dkg.ID
                                + slug
                                + "-figure> :year ?y }",
                        "text/csv")
                .body()
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
    }

    private Graph served(String slug) throws Exception {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(writable.get(slug).body(), Lang.NTRIPLES).parse(graph);
        return graph;
    }

    private Graph stored(String slug) {
        List<SourceFile> files =
                writable.read().files().stream()
                        .filter(file -> file.graphName().equals(Dkg.iri(Dkg.GRAPH + slug)))
                        .toList();
        assertThat(files).hasSize(1);
        return files.getFirst().graph();
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(turtle))
                .lang(Lang.TURTLE)
                .base(Dkg.ID)
                .parse(graph);
        return graph;
    }

    private static String written(Graph graph, Lang syntax) {
        return RDFWriter.source(graph).lang(syntax).asString();
    }

    private static String trig(String slug) {
        return Writable.note(slug, "3.1")
                        .replaceFirst("\nid:", "\nGRAPH <" + Dkg.GRAPH + slug + "> {\nid:")
                + "}\n";
    }

    private static List<String> faults(HttpResponse<String> response) {
        JsonValue faults = JSON.parse(response.body()).get("faults");
        assertThat(faults).as(response.body()).isNotNull();
        return Stream.iterate(0, at -> at + 1)
                .limit(faults.getAsArray().size())
                .map(at -> text(faults.getAsArray().get(at).getAsObject(), "code"))
                .toList();
    }

    private static String text(JsonObject object, String key) {
        return object.get(key).getAsString().value();
    }
}
