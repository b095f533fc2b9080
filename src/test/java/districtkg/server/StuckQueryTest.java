package districtkg.server;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.Fixture;
import districtkg.edition.Edition;
import districtkg.limit.Limits;
import districtkg.limit.LimitsBuilder;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client of a query that cannot be stopped gets its answer, and others get theirs. */
class StuckQueryTest {
    private static final Edition EDITION = Fixture.yunheEdition();
    private static final Node DEAF = NodeFactory.createURI("urn:deaf");
    private static final Node LATE = NodeFactory.createURI("urn:late");
    private static final int ROWS = 2000;

    private final AtomicBoolean released = new AtomicBoolean();
    private Server server;

    @BeforeEach
    void start() {
        DatasetGraph data = new DatasetGraphMapLink(new Deaf(EDITION.data().getDefaultGraph()));
        EDITION.data()
                .listGraphNodes()
                .forEachRemaining(name -> data.addGraph(name, EDITION.data().getGraph(name)));
        server =
                Server.start(
                        ServerSettings.at("127.0.0.1", 0)
                                .with(
                                        LimitsBuilder.builder(Limits.DEFAULT)
                                                .time(Duration.ofSeconds(2))
                                                .buffer(2048)
                                                .build()),
                        new Edition(
                                data, EDITION.prefixes(), EDITION.questions(), EDITION.version()));
    }

    @AfterEach
    void stop() throws Exception {
        released.set(true);
        Waiting.until(() -> server.running() == 0);
        server.close();
    }

    @Test
    void itsClientIsAnsweredWhileItRuns() throws Exception {
        HttpResponse<String> answer =
                Http.query(server, "SELECT * { ?s <urn:deaf> ?o }", "application/json");

        assertThat(server.running()).isEqualTo(1);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("errors#too-slow");
        assertThat(Http.get(server, "healthz", "*/*").statusCode()).isEqualTo(200);
        assertThat(Http.query(server, "ASK {}", "text/csv").body()).contains("true");
    }

    @Test
    void aStartedResponseIsCutOff() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(
                            "GET /sparql?query=SELECT*%7B?s%3Curn:late%3E?o%7D HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            RawConnection.Answer answer = RawConnection.read(socket.getInputStream());

            assertThat(server.running()).isEqualTo(1);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.whole()).isFalse();
        }
    }

    @Test
    void whatItFindsLaterIsNotSent() throws Exception {
        HttpResponse<String> answer = Http.query(server, "ASK { ?s <urn:deaf> ?o }", "text/csv");
        released.set(true);
        Waiting.until(() -> server.running() == 0);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Http.query(server, "ASK { ?s <urn:deaf> ?o }", "text/csv").body())
                .contains("false");
    }

    /** A graph in which looking for two predicates does not end until it is released. */
    private final class Deaf extends GraphWrapper {
        Deaf(Graph graph) {
            super(graph);
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            if (DEAF.equals(predicate)) {
                untilReleased();
            }
            return LATE.equals(predicate)
                    ? WrappedIterator.create(new Rows())
                    : super.find(subject, predicate, object);
        }

        @Override
        public ExtendedIterator<Triple> find(Triple triple) {
            return find(triple.getSubject(), triple.getPredicate(), triple.getObject());
        }
    }

    private final class Rows extends NiceIterator<Triple> {
        private int row;

        @Override
        public boolean hasNext() {
            if (row == ROWS) {
                untilReleased();
            }
            return row < ROWS;
        }

        @Override
        public Triple next() {
            row++;
            return Triple.create(DEAF, LATE, NodeFactory.createLiteralString("row " + row));
        }
    }

    /** As an expression does that never looks whether it is interrupted. */
    private void untilReleased() {
        while (!released.get()) {
            Thread.interrupted();
            LockSupport.parkNanos(1_000_000);
        }
    }
}
