package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.edit.DocumentBody;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever may write sends what is broken: documents of every syntax and patches with bytes dropped,
 * doubled and changed. It is taken whole or refused whole, never a fault of ours, and the files are
 * always what is served. {@code -Dfuzz=N} sends N of each kind.
 */
class WritingFuzzTest {
    private static final int EACH = Integer.getInteger("fuzz", 5);
    private static final String SLUG = "fuzzed";
    private static final List<String> SYNTAXES =
            List.of(
                    "text/turtle",
                    "application/trig",
                    "application/n-triples",
                    "application/n-quads",
                    "application/ld+json",
                    "application/rdf+xml");

    /** Ways to bring others in: addresses to fetch, entities, other graphs, patches. */
    private static final List<Sent> CHOSEN =
            List.of(
                    new Sent("application/ld+json", "{\"@context\":\"http://127.0.0.1:9/c\"}"),
                    new Sent(
                            "application/ld+json",
                            "{\"@context\":{\"@import\":\"file:///etc/passwd\"}}"),
                    new Sent("application/ld+json", "[".repeat(50_000)),
                    new Sent("application/ld+json", "{\"@id\":\"a\",\"@graph\":[{\"@id\":1}]}"),
                    new Sent("application/ld+json", "{\"@id\":\"\\ud800\"}"),
                    new Sent(
                            "application/rdf+xml",
                            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
                    new Sent(
                            "application/rdf+xml",
                            "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;\">]><a>&y;</a>"),
                    new Sent("text/turtle", "<a> <b> " + "(".repeat(20_000)),
                    new Sent("text/turtle", "@prefix : <" + "a".repeat(100_000) + "> . :a :b :c ."),
                    new Sent("application/n-quads", "<a:b> <a:c> <a:d> <file:///etc/passwd> .\n"),
                    new Sent("application/rdf-patch", "TX .\nA <a:b> <a:c> <a:d> .\nTC .\n"),
                    new Sent("application/json-patch+json", "[{\"op\":\"remove\",\"path\":\"\"}]"),
                    new Sent("application/merge-patch+json", "{}"),
                    new Sent("application/sparql-update", "CLEAR ALL"));

    @TempDir private static Path folder;
    private static Writable writable;

    /** A body and its media type. */
    record Sent(String type, String body) {
        @Override
        public String toString() {
            return type + " of " + body.length();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        writable = new Writable(folder);
    }

    @AfterAll
    static void stop() {
        writable.close();
    }

    static Stream<Sent> bodies() {
        return Stream.concat(
                CHOSEN.stream(),
                SYNTAXES.stream()
                        .flatMap(
                                type ->
                                        IntStream.range(0, EACH)
                                                .mapToObj(
                                                        seed ->
                                                                new Sent(
                                                                        type,
                                                                        bent(
                                                                                new Random(seed),
                                                                                note(type))))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whatIsBrokenIsTakenWholeOrRefusedWhole(Sent sent) throws Exception {
        String before = writable.server.edition().version();
        for (String method : List.of("PUT", "PATCH", "POST")) {
            HttpResponse<String> answer = send(method, sent);

            assertThat(answer.statusCode())
                    .as(answer.body())
                    .isIn(
                            method.equals("PUT")
                                    ? List.of(201, 204, 400, 413, 415, 422)
                                    : List.of(405));
            if (answer.statusCode() >= 300) {
                assertThat(JSON.parse(answer.body()).getString("title")).isNotBlank();
                assertThat(answer.body())
                        .doesNotContain("Exception", "org.apache", "\tat ", folder.toString());
                assertThat(writable.server.edition().version()).isEqualTo(before);
            } else {
                before = writable.server.edition().version();
            }
        }
    }

    @Test
    void theFilesAreAlwaysWhatIsServed() throws Exception {
        for (Sent sent : bodies().filter(one -> one.type().equals("text/turtle")).toList()) {
            send("PUT", sent);
        }
        send("PUT", new Sent("text/turtle", note("text/turtle")));

        assertThat(writable.server.edition().version())
                .isEqualTo(Fixture.edition(writable.read()).version());
        List<String> expected = new ArrayList<>(names(Fixture.YUNHE));
        expected.addAll(List.of(SLUG + ".ttl", "lock"));
        assertThat(names(writable.data)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> names(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static HttpResponse<String> send(String method, Sent sent) throws Exception {
        HttpRequest request =
                writable.request(SLUG)
                        .header("Content-Type", sent.type())
                        .header("Accept", "application/problem+json")
                        .method(method, BodyPublishers.ofString(sent.body()))
                        .build();
        return Http.send(request);
    }

    /** A good document in a syntax. */
    private static String note(String type) {
        Lang syntax = DocumentBody.syntax(type).orElseThrow();
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(Writable.note(SLUG, "3.1"), Lang.TURTLE).parse(graph);
        return syntax.equals(Lang.TURTLE)
                ? Writable.note(SLUG, "3.1")
                : RDFWriter.source(graph)
                        .lang(RDFLanguages.isTriples(syntax) ? syntax : Lang.TRIG)
                        .asString();
    }

    private static String bent(Random random, String text) {
        StringBuilder bent = new StringBuilder(text);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(bent.length() - 1);
            switch (random.nextInt(5)) {
                case 0 -> bent.deleteCharAt(at);
                case 1 -> bent.insert(at, bent.substring(at, Math.min(bent.length(), at + 30)));
                case 2 ->
                        bent.setCharAt(at, "<>\"'{}[]@\\^\u0000é\ud800".charAt(random.nextInt(14)));
                case 3 -> bent.insert(at, "\ufeff");
                default -> bent.setLength(Math.max(2, at));
            }
        }
        return bent.toString();
    }
}
