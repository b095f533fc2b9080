package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.problem.Problem;
import districtkg.remote.RemoteDataset;
import districtkg.web.PageSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose data are in a stock Fuseki answers as one that has read the files. */
class RemoteServingTest {
    private static final long MEGABYTE = 1L << 20;

    private static FusekiServer store;
    private static Server direct;
    private static Server remote;

    @BeforeAll
    static void start() {
        store = fuseki(copy(Fixture.yunheEdition().data()));
        direct = Server.start("127.0.0.1", 0, Fixture.yunheEdition(), PageSettings.NONE);
        remote =
                Server.start(
                        "127.0.0.1",
                        0,
                        dataset(store, 256 * MEGABYTE).edition(Fixture.ONTOLOGY),
                        PageSettings.NONE);
    }

    @AfterAll
    static void stop() {
        remote.close();
        direct.close();
        store.stop();
    }

    private static DatasetGraph copy(DatasetGraph data) {
        DatasetGraph copy = DatasetGraphFactory.createTxnMem();
        copy.executeWrite(
                () -> {
                    for (Iterator<Quad> quads = data.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
                            quads.hasNext(); ) {
                        Quad quad = quads.next();
                        if (!quad.isDefaultGraph()) {
                            copy.add(quad);
                        }
                    }
                });
        return copy;
    }

    private static FusekiServer fuseki(DatasetGraph data) {
        return FusekiServer.create().loopback(true).port(0).add("/ds", data).build().start();
    }

    private static RemoteDataset dataset(FusekiServer fuseki, long mostBytes) {
        return new RemoteDataset(
                URI.create("http://127.0.0.1:" + fuseki.getPort() + "/ds/sparql"),
                Duration.ofMinutes(2),
                mostBytes);
    }

    private static void assertRefused(RemoteDataset dataset, String... words) {
        assertThatThrownBy(() -> dataset.edition(Fixture.ONTOLOGY))
                .isInstanceOf(Problem.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void theEditionIsTheSame() {
        assertThat(remote.edition().version()).isEqualTo(direct.edition().version());
        assertThat(remote.edition().data().getDefaultGraph().size())
                .isEqualTo(direct.edition().data().getDefaultGraph().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id/yunhe",
                "id/yunhe-2021",
                ".well-known/void",
                "download/districtkg.nq",
                "download/statements.csv",
                "api/v1/statements?format=csv",
                "api/v1/series?format=json",
                "api/v1/places",
                "search?q=GDP",
                "sparql?query=SELECT%20%3Fs%20%3Fv%20%7B%3Fs%20%3Avalue%20%3Fv%7D%20ORDER%20BY%20%3Fs"
            })
    void everyAddressAnswersTheSame(String path) throws IOException, InterruptedException {
        for (String accept : new String[] {"text/html", "*/*"}) {
            var expected = Http.get(direct, path, accept);
            var found = Http.get(remote, path, accept);

            assertThat(found.statusCode()).isLessThan(400).isEqualTo(expected.statusCode());
            assertThat(found.headers().firstValue("Location").map(at -> plain(at, remote)))
                    .isEqualTo(
                            expected.headers().firstValue("Location").map(at -> plain(at, direct)));
            assertThat(plain(found.body(), remote)).isEqualTo(plain(expected.body(), direct));
        }
    }

    /** The body without the port of its server. */
    private static String plain(String body, Server server) {
        return body.replace("127.0.0.1:" + server.address().getPort(), "HOST")
                .replace("127.0.0.1%3A" + server.address().getPort(), "HOST");
    }

    @Test
    void aStoreWithoutAnExportIsRefused() {
        FusekiServer empty = fuseki(DatasetGraphFactory.createTxnMem());
        try {
            assertRefused(dataset(empty, MEGABYTE), "remote-refused", "holds no export");
        } finally {
            empty.stop();
        }
    }

    @Test
    void moreDataThanTheLimitAreRefused() {
        assertRefused(dataset(store, MEGABYTE), "remote-refused", "--remote-limit");
    }

    @Test
    void anEndpointThatCannotBeReachedIsNamed() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertRefused(
                new RemoteDataset(
                        URI.create("http://127.0.0.1:" + free + "/sparql"),
                        Duration.ofSeconds(30),
                        MEGABYTE),
                "remote-unreachable",
                ":" + free + "/sparql");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    new RemoteDataset(
                            URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/sparql"),
                            Duration.ofMillis(300),
                            MEGABYTE),
                    "remote-unreachable",
                    "took longer");
        }
    }

    @Test
    void anAddressWithoutAnEndpointIsRefused() {
        assertRefused(
                new RemoteDataset(
                        URI.create("http://127.0.0.1:" + store.getPort() + "/elsewhere"),
                        Duration.ofSeconds(30),
                        MEGABYTE),
                "remote-unreachable",
                "404");
    }

    /** Virtuoso ends an answer at ResultSetMaxRows without a word. */
    @Test
    void anAnswerThatIsCutOffIsRefused() throws IOException {
        HttpServer cutting =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cutting.createContext(
                "/",
                exchange -> {
                    boolean rows = exchange.getRequestURI().getQuery().contains("SELECT");
                    byte[] body =
                            (rows
                                            ? """
                                            {"head":{"vars":["graph","triples"]},"results":{"bindings":[{
                                            "graph":{"type":"uri","value":"https://w3id.org/districtkg/graph/derived"},
                                            "triples":{"type":"literal","datatype":"http://www.w3.org/2001/XMLSchema#integer","value":"3"}}]}}
                                            """
                                            : "<http://e.org/s> <http://e.org/p> <http://e.org/o> .\n")
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    exchange.getResponseHeaders()
                            .set(
                                    "Content-Type",
                                    rows
                                            ? "application/sparql-results+json"
                                            : "application/n-triples");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        cutting.start();
        try {
            assertRefused(
                    new RemoteDataset(
                            URI.create(
                                    "http://127.0.0.1:"
                                            + cutting.getAddress().getPort()
                                            + "/sparql"),
                            Duration.ofSeconds(30),
                            MEGABYTE),
                    "remote-refused",
                    "1 of the 3 triples",
                    "ResultSetMaxRows");
        } finally {
            cutting.stop(0);
        }
    }

    @Test
    void aChangeInTheStoreChangesTheEdition() {
        DatasetGraph changed = copy(Fixture.yunheEdition().data());
        changed.executeWrite(
                () -> changed.deleteAny(Node.ANY, Node.ANY, RDFS.label.asNode(), Node.ANY));
        FusekiServer other = fuseki(changed);
        try {
            Edition edition = dataset(other, 256 * MEGABYTE).edition(Fixture.ONTOLOGY);

            assertThat(edition.version()).isNotEqualTo(direct.edition().version());
        } finally {
            other.stop();
        }
    }
}
