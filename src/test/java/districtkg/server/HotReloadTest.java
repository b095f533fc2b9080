package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.dataset.DatasetBuilder;
import districtkg.edition.Edition;
import districtkg.graph.DatasetFingerprint;
import districtkg.limit.Limits;
import districtkg.limit.LimitsBuilder;
import districtkg.problem.Problem;
import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import districtkg.web.PageSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two documents state the same figure, and always change together: an answer with two figures is a
 * mixed one, and an answer with a figure of before is a stale one.
 */
class HotReloadTest {
    private static final int SWAPS = 50;
    private static final int READERS = 8;
    private static final Pattern FIGURE = Pattern.compile("3\\.(\\d{3})");
    private static final List<String> QUERIES =
            List.of(
                    "SELECT ?a ?b { id:left-figure :value ?a . id:right-figure :value ?b }",
                    "SELECT ?v { VALUES ?g { <https://w3id.org/districtkg/graph/left> <https://w3id.org/districtkg/graph/right> } GRAPH ?g { ?f :value ?v } }",
                    "SELECT (MIN(?v) AS ?least) (MAX(?v) AS ?most) { ?f :indicator v:registered-unemployment ; :value ?v ; :source/:document ?d FILTER(?d IN (id:left, id:right)) }",
                    "CONSTRUCT { ?f :value ?v } { ?f :value ?v FILTER(?f IN (id:left-figure, id:right-figure)) }");

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicLong answers = new AtomicLong();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private volatile boolean over;

    @Test
    void everyAnswerIsOfOneEditionAndNoneIsStale() throws Exception {
        Sources sources = Fixture.yunhe();
        Graph derived = Fixture.yunheDerived();
        try (Server server =
                        Server.start(
                                ServerSettings.at("127.0.0.1", 0)
                                        .with(PageSettings.NONE)
                                        .with(roomy()),
                                edition(sources, derived, 0));
                ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            List<Future<Integer>> read = new ArrayList<>();
            try {
                for (int reader = 0; reader < READERS; reader++) {
                    int first = reader;
                    read.add(readers.submit(() -> read(server.address(), first)));
                }
                for (int next = 1; next <= SWAPS; next++) {
                    server.publish(edition(sources, derived, next));
                    acknowledged.set(next);
                    awaitAnswers(READERS, read);
                }
            } finally {
                over = true;
            }
            for (Future<Integer> one : read) {
                assertThat(one.get()).as("editions that a reader met").isGreaterThan(5);
            }
            assertThat(answers.get()).isGreaterThanOrEqualTo((long) SWAPS * READERS);
        }
    }

    @Test
    void filesAreReloadedOnRequest(@TempDir Path folder) throws Exception {
        try (Writable writable = new Writable(folder)) {
            both(writable, "3.001");
            writable.server.reload();
            assertThat(figures(writable)).containsExactly("001", "001");

            both(writable, "3.002");
            assertThat(figures(writable)).containsExactly("001", "001");
            writable.server.reload();
            assertThat(figures(writable)).containsExactly("002", "002");

            assertThat(
                            writable.put("left", "text/turtle", Writable.note("left", "3.003"))
                                    .statusCode())
                    .isEqualTo(204);
            assertThat(figures(writable)).containsExactlyInAnyOrder("002", "003");
        }
    }

    @Test
    void aReloadOfFaultyFilesKeepsTheOldEdition(@TempDir Path folder) throws Exception {
        try (Writable writable = new Writable(folder)) {
            both(writable, "3.001");
            writable.server.reload();
            String version = writable.server.edition().version();
            Files.writeString(
                    writable.data.resolve("left.ttl"),
                    Writable.note("left", "3.002").replace("id:yunhe ;", "id:nowhere ;"));
            Files.writeString(
                    writable.data.resolve("right.ttl"),
                    Writable.note("right", "3.002").replace(":kind v:press-report ;", ""));

            assertThatThrownBy(writable.server::reload)
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("left.ttl")
                    .hasMessageContaining("right.ttl");
            assertThat(writable.server.edition().version()).isEqualTo(version);
            assertThat(figures(writable)).containsExactly("001", "001");
        }
    }

    @Test
    void aRevokedTokenIsRefused(@TempDir Path folder) throws Exception {
        try (Writable writable = new Writable(folder)) {
            writable.allow("bo " + "b".repeat(32) + "\n");
            writable.server.reload();

            assertThat(writable.delete("yunhe-2022").statusCode()).isEqualTo(403);
            writable.allow("bo short\n");
            assertThatThrownBy(writable.server::reload).isInstanceOf(Problem.class);
            assertThat(writable.delete("yunhe-2022").statusCode()).isEqualTo(403);
        }
    }

    /** Asks until all is over, over one connection; gives how many editions it met. */
    private int read(URI address, int first) throws Exception {
        int editions = 0;
        int last = -1;
        try (HttpClient client = HttpClient.newHttpClient()) {
            String tag = "";
            for (int at = first; !over; at++) {
                int before = acknowledged.get();
                boolean query = at % (QUERIES.size() + 1) < QUERIES.size();
                int figure;
                if (query) {
                    figure = asked(client, address, QUERIES.get(at % (QUERIES.size() + 1)));
                } else {
                    HttpResponse<String> graph = graph(client, address, tag);
                    assertThat(graph.statusCode()).isIn(200, 304);
                    String known = tag;
                    tag = graph.headers().firstValue("ETag").orElse(known);
                    figure =
                            graph.statusCode() == 304
                                    ? figure(bodies.get(known))
                                    : figure(graph.body());
                    if (graph.statusCode() == 200) {
                        assertThat(bodies.merge(tag, graph.body(), (one, other) -> one))
                                .as("one tag, one body")
                                .isEqualTo(graph.body());
                    }
                }
                assertThat(figure).as("not of an edition before").isGreaterThanOrEqualTo(before);
                if (figure != last) {
                    editions++;
                    last = figure;
                }
                answers.incrementAndGet();
            }
        }
        return editions;
    }

    private static int asked(HttpClient client, URI address, String query) throws Exception {
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(
                                        address.resolve(
                                                "sparql?query="
                                                        + URLEncoder.encode(
                                                                query, StandardCharsets.UTF_8)))
                                .header("Accept", "text/csv, application/n-triples;q=0.5")
                                .build(),
                        BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return figure(response.body());
    }

    private static HttpResponse<String> graph(HttpClient client, URI address, String tag)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve("data?graph=" + Dkg.GRAPH + "left"))
                        .header("Accept", "application/n-triples");
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The figure of an answer, which is the same wherever it stands. */
    private static int figure(String body) {
        List<String> figures = figures(body);
        assertThat(figures).as(body).hasSizeGreaterThan(1).allMatch(figures.getFirst()::equals);
        return Integer.parseInt(figures.getFirst());
    }

    private static List<String> figures(String body) {
        return FIGURE.matcher(body).results().map(found -> found.group(1)).toList();
    }

    private static List<String> figures(Writable writable) throws Exception {
        return figures(Http.query(writable.server, QUERIES.getFirst(), "text/csv").body());
    }

    private static void both(Writable writable, String figure) throws Exception {
        for (String slug : List.of("left", "right")) {
            Files.writeString(writable.data.resolve(slug + ".ttl"), Writable.note(slug, figure));
        }
    }

    private void awaitAnswers(int more, List<Future<Integer>> readers) throws Exception {
        long enough = answers.get() + more;
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (answers.get() < enough) {
            for (Future<Integer> reader : readers) {
                if (reader.isDone()) {
                    reader.get();
                }
            }
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    private static Edition edition(Sources sources, Graph derived, int figure) {
        Sources all = sources.with(note("left", figure)).with(note("right", figure));
        DatasetGraph data = DatasetBuilder.of(all, derived);
        return new Edition(data, all.prefixes(), List.of(), DatasetFingerprint.of(data));
    }

    private static SourceFile note(String slug, int figure) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(Writable.note(slug, "3.%03d".formatted(figure)), Lang.TURTLE)
                .base(Dkg.ID)
                .parse(graph);
        return new SourceFile(
                Path.of(slug + ".ttl"), Dkg.iri(Dkg.GRAPH + slug), SourceRole.DOCUMENT, graph);
    }

    /** Nobody is to wait for a place here. */
    private static Limits roomy() {
        return LimitsBuilder.builder(Limits.DEFAULT)
                .time(Duration.ofMinutes(1))
                .queries(4 * READERS)
                .queriesPerClient(4 * READERS)
                .waiting(4 * READERS)
                .patience(Duration.ofMinutes(1))
                .pace(Duration.ofMinutes(1))
                .memory(100)
                .build();
    }
}
