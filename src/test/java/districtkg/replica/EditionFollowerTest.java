package districtkg.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkg.Fixture;
import districtkg.dataset.DatasetUpdate;
import districtkg.edition.Edition;
import districtkg.problem.Problem;
import districtkg.server.Http;
import districtkg.server.Server;
import districtkg.server.ServerSettings;
import districtkg.server.Waiting;
import districtkg.vocab.Dkg;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContentFactory;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replica serves what the publisher offers, and keeps what it serves if the offer is bad. */
class EditionFollowerTest {
    private static final Edition FIRST = Fixture.yunheEdition();
    private static final Edition SECOND = changed("second");
    private static final String QUERY = "SELECT ?x { <urn:x:edition> rdfs:label ?x }";

    @TempDir private Path temporary;
    private Path folder;
    private EditionPublisher publisher;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private org.eclipse.jetty.server.Server web;
    private Server replica;

    @BeforeEach
    void publishAndStart() throws Exception {
        folder = temporary.resolve("editions");
        publisher = new EditionPublisher(folder, 2, Optional.empty());
        publisher.publish(FIRST);
        ResourceHandler files = new UncachedFiles();
        files.setBaseResource(ResourceFactory.root().newResource(folder));
        files.setEtags(true);
        web = new org.eclipse.jetty.server.Server(new InetSocketAddress("127.0.0.1", 0));
        web.setHandler(files);
        RequestLog log =
                (request, response) ->
                        requests.add(response.getStatus() + " " + request.getHttpURI().getPath());
        web.setRequestLog(log);
        web.start();
        replica = Server.open(ServerSettings.at("127.0.0.1", 0));
    }

    /** Files as they are now: that of Jetty caches them for a time. */
    private static final class UncachedFiles extends ResourceHandler {
        @Override
        protected HttpContent.Factory newHttpContentFactory(ByteBufferPool.Sized pool) {
            return new ResourceHttpContentFactory(getBaseResource(), getMimeTypes(), pool);
        }
    }

    @AfterEach
    void stop() throws Exception {
        replica.close();
        web.stop();
    }

    @Test
    void aReplicaSwitchesToWhatIsPublishedAndBack() throws Exception {
        try (HttpOrigin origin = new HttpOrigin(web.getURI(), Duration.ofMinutes(1))) {
            EditionFollower follower = follower(origin);
            assertThat(Http.get(replica, "healthz/ready", "*/*").statusCode()).isEqualTo(503);
            follower.check();
            assertServes(FIRST);
            follower.check();
            awaitRequests(3);
            assertThat(requests)
                    .containsExactly(
                            "200 /manifest.json",
                            "200 /" + FIRST.version() + ".snapshot",
                            "304 /manifest.json");

            publisher.publish(SECOND);
            follower.check();
            assertServes(SECOND);

            awaitRequests(5);
            requests.clear();
            publisher.rollBack(Optional.empty());
            follower.check();
            assertServes(FIRST);
            awaitRequests(1);
            assertThat(requests).as("the snapshot was kept").containsExactly("200 /manifest.json");
        }
    }

    /** Waits until so many requests are logged: that happens after the client has its answer. */
    private void awaitRequests(int count) throws Exception {
        Waiting.until(() -> requests.size() >= count);
    }

    @Test
    void anAlteredSnapshotIsRefusedAndTheEditionOfBeforeIsServed() throws Exception {
        try (HttpOrigin origin = new HttpOrigin(web.getURI(), Duration.ofMinutes(1))) {
            EditionFollower follower = follower(origin);
            follower.check();
            publisher.publish(SECOND);
            Path file = folder.resolve("second.snapshot");
            byte[] whole = Files.readAllBytes(file);
            byte[] altered = whole.clone();
            altered[altered.length / 2] ^= 1;
            Files.write(file, altered);

            assertRefused(follower, "SHA-256");
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));
            assertRefused(follower, "Content-Length is " + (whole.length - 1));
            Files.delete(file);
            assertRefused(follower, "the server answers 404");
            assertThat(temporary.resolve("kept")).isDirectoryNotContaining("glob:**.part");

            Files.write(file, whole);
            follower.check();
            assertServes(SECOND);
            assertThat(meters().get("districtkg.replica.failing").gauge().value()).isZero();
        }
    }

    @Test
    void aManifestThatIsNotAsItMustBeIsRefused() throws Exception {
        EditionFollower follower = follower(new FolderOrigin(folder));
        follower.check();
        publisher.publish(SECOND);
        Path file = folder.resolve(Manifest.FILE);
        String good = Files.readString(file);

        offer(file, "<html>");
        assertRefused(follower, "it is not JSON");
        offer(file, good.replace("\"format\" : 1", "\"format\" : 9"));
        assertRefused(follower, "it has format 9, and this version reads format 1");
        offer(file, good.replace("second.snapshot", "../editions/second.snapshot"));
        assertRefused(follower, "its file is not as it must be: ../editions/second.snapshot");
        offer(file, good.replace("second.snapshot", "http://evil.example/x"));
        assertRefused(follower, "its file is not as it must be");
        offer(file, good.replace("\"edition\" : \"second\"", "\"edition\" : \"third\""));
        assertRefused(follower, "holds edition second, and the manifest states third");
        offer(file, good.replaceAll("\"sha256\" : \"[^\"]*\"", "\"sha256\" : \"0\""));
        assertRefused(follower, "its sha256 is not as it must be: 0");
        offer(file, "x".repeat(Manifest.MOST_BYTES + 1));
        assertFails(follower, "edition-unreachable", "1048577 bytes");
        Files.delete(file);
        assertFails(follower, "edition-unreachable", "there is no such file");

        offer(file, good);
        follower.check();
        assertServes(SECOND);
    }

    @Test
    void aSnapshotOfAnotherFormatIsRefusedWhileTheOldEditionIsServed() throws Exception {
        EditionFollower follower = follower(new FolderOrigin(folder));
        follower.check();
        PublishedEdition second = publisher.publish(SECOND).current();
        Path file = folder.resolve(second.file());
        byte[] changed = Files.readAllBytes(file);
        changed[4] = 77;
        Files.write(file, changed);
        PublishedEdition newer =
                new PublishedEdition(
                        "second",
                        second.file(),
                        second.size(),
                        EditionPublisher.sha256(file),
                        second.written(),
                        null);
        Files.write(folder.resolve(Manifest.FILE), Manifest.first(newer).json());

        assertRefused(follower, "the snapshot has format 77, and this version reads format 4");
    }

    @Test
    void aSnapshotThatIsTooLargeIsNotFetched() throws Exception {
        try (HttpOrigin origin = new HttpOrigin(web.getURI(), Duration.ofMinutes(1))) {
            EditionFollower follower =
                    new EditionFollower(
                            origin,
                            new EditionFollower.Settings(
                                    temporary.resolve("kept"), Optional.empty(), 1000),
                            replica::publish,
                            meters());

            assertThatThrownBy(follower::check)
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("and 1000 are allowed");
            awaitRequests(1);
            assertThat(requests).containsExactly("200 /manifest.json");
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        org.eclipse.jetty.server.Server elsewhere =
                new org.eclipse.jetty.server.Server(new InetSocketAddress("127.0.0.1", 0));
        elsewhere.setHandler(new Redirects(web.getURI() + "manifest.json"));
        elsewhere.start();
        try (HttpOrigin origin = new HttpOrigin(elsewhere.getURI(), Duration.ofMinutes(1))) {
            EditionFollower follower = follower(origin);

            assertThatThrownBy(follower::check)
                    .hasMessageContaining("edition-unreachable")
                    .hasMessageContaining("the server answers 302");
            assertThat(requests).isEmpty();
        } finally {
            elsewhere.stop();
        }
    }

    /** Redirects every request. */
    private static final class Redirects extends Handler.Abstract {
        private final String target;

        Redirects(String target) {
            this.target = target;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Response.sendRedirect(request, response, callback, target);
            return true;
        }
    }

    @Test
    void anAnswerThatDoesNotEndIsGivenUp() throws Exception {
        PublishedEdition offered = publisher.publish(SECOND).current();
        try (ServerSocket slow = new ServerSocket(0);
                HttpOrigin origin =
                        new HttpOrigin(
                                URI.create("http://127.0.0.1:" + slow.getLocalPort()),
                                Duration.ofSeconds(1))) {
            CompletableFuture<Socket> begun =
                    CompletableFuture.supplyAsync(() -> beginAnswer(slow, offered.size()));

            assertThatThrownBy(() -> origin.fetch(offered, temporary.resolve("aside")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("it took longer than 1 s");
            begun.get().close();
        }
    }

    private static Socket beginAnswer(ServerSocket slow, long length) {
        try {
            Socket client = slow.accept();
            client.getOutputStream()
                    .write(
                            ("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\nDKGS")
                                    .getBytes(StandardCharsets.US_ASCII));
            return client;
        } catch (IOException closed) {
            throw new java.io.UncheckedIOException(closed);
        }
    }

    @Test
    void aReplicaStartsFromItsOwnCopyIfThePublisherIsAway() throws Exception {
        EditionFollower before = follower(new FolderOrigin(folder));
        publisher.publish(SECOND);
        before.check();
        MeterRegistry own = new SimpleMeterRegistry();
        EditionFollower restarted =
                new EditionFollower(
                        new FolderOrigin(temporary.resolve("away")),
                        new EditionFollower.Settings(
                                temporary.resolve("kept"), Optional.empty(), 1L << 30),
                        replica::publish,
                        own);

        assertThat(restarted.check().version()).isEqualTo("second");
        assertServes(SECOND);
        assertThat(own.get("districtkg.replica.failing").gauge().value()).isEqualTo(1);
        assertThat(catchProblem(restarted)).contains("edition-unreachable");
    }

    @Test
    void onlySignedEditionsAreServedIfAKeyIsGiven() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair others = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        EditionFollower follower =
                follower(new FolderOrigin(folder), Optional.of(keys.getPublic()));

        assertThatThrownBy(follower::check).hasMessageContaining("has no signature");
        new EditionPublisher(folder, 2, Optional.of(others.getPrivate())).publish(SECOND);
        assertThatThrownBy(follower::check)
                .hasMessageContaining("has a signature that the key does not verify");
        new EditionPublisher(folder, 2, Optional.of(keys.getPrivate())).publish(changed("third"));
        follower.check();
        assertServes(changed("third"));

        Path file = folder.resolve(Manifest.FILE);
        new EditionPublisher(folder, 2, Optional.of(keys.getPrivate())).publish(changed("fourth"));
        offer(file, Files.readString(file).replace("\"written\" : \"20", "\"written\" : \"30"));
        assertThat(catchProblem(follower))
                .contains("edition-refused", "a signature that the key does not verify");
    }

    @Test
    void readersSeeOneWholeEditionEachWhileItIsSwitched() throws Exception {
        EditionFollower follower = follower(new FolderOrigin(folder));
        follower.check();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> reader =
                CompletableFuture.supplyAsync(
                        () -> {
                            int read = 0;
                            while (!over.get()) {
                                assertOneEdition();
                                read++;
                            }
                            return read;
                        });
        for (int round = 0; round < 5; round++) {
            publisher.publish(SECOND);
            follower.check();
            assertServes(SECOND);
            publisher.publish(FIRST);
            follower.check();
            assertServes(FIRST);
        }
        over.set(true);

        assertThat(reader.get()).isPositive();
        assertThat(meters().get("districtkg.replica.checks").tag("result", "switched").counter())
                .satisfies(counter -> assertThat(counter.count()).isEqualTo(11));
    }

    private void assertOneEdition() {
        try {
            HttpResponse<String> answer = Http.query(replica, QUERY, "text/csv");
            assertThat(answer.statusCode()).isEqualTo(200);
            String edition = answer.headers().firstValue("DistrictKG-Edition").orElseThrow();
            assertThat(answer.body().contains("second")).isEqualTo(edition.equals("second"));
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aFolderKeepsTheSnapshotsOfItsManifestOnly() throws Exception {
        for (String version : List.of("a", "b", "c", "d")) {
            publisher.publish(changed(version));
        }
        Manifest manifest = publisher.publish(changed("d"));

        assertThat(manifest.previous())
                .extracting(PublishedEdition::edition)
                .containsExactly("c", "b");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "b.snapshot", "c.snapshot", "d.snapshot", "manifest.json");
        }
        assertThat(publisher.rollBack(Optional.of("b")).current().edition()).isEqualTo("b");
        assertThatThrownBy(() -> publisher.rollBack(Optional.of("a")))
                .hasMessageContaining("no-such-edition")
                .hasMessageContaining("it has d, c");
    }

    @Test
    void publishingAgainRepairsAndSignsWhatIsOffered() throws Exception {
        byte[] manifest = Files.readAllBytes(folder.resolve(Manifest.FILE));
        publisher.publish(FIRST);
        assertThat(folder.resolve(Manifest.FILE)).hasBinaryContent(manifest);

        Files.write(folder.resolve(FIRST.version() + ".snapshot"), new byte[10]);
        assertThatThrownBy(() -> follower(new FolderOrigin(folder)).check())
                .hasMessageContaining("it has 10 bytes");
        publisher.publish(FIRST);
        follower(new FolderOrigin(folder)).check();
        assertServes(FIRST);

        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Manifest signed =
                new EditionPublisher(folder, 2, Optional.of(keys.getPrivate())).publish(FIRST);
        assertThat(EditionSignature.verifies(signed.current(), keys.getPublic())).isTrue();
        assertThat(signed.previous()).isEmpty();
    }

    private EditionFollower follower(EditionOrigin origin) {
        return follower(origin, Optional.empty());
    }

    private EditionFollower follower(EditionOrigin origin, Optional<PublicKey> key) {
        return new EditionFollower(
                origin,
                new EditionFollower.Settings(temporary.resolve("kept"), key, 1L << 30),
                replica::publish,
                meters());
    }

    private MeterRegistry meters() {
        return replica.metrics();
    }

    private void assertServes(Edition edition) throws Exception {
        HttpResponse<String> answer = Http.query(replica, QUERY, "text/csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("DistrictKG-Edition")).hasValue(edition.version());
        assertThat(answer.body().strip())
                .isEqualTo(edition == FIRST ? "x" : "x\r\n" + edition.version());
        assertThat(Http.get(replica, "healthz", "*/*").body())
                .isEqualTo("{\"status\":\"ready\",\"edition\":\"" + edition.version() + "\"}\n");
    }

    private void assertRefused(EditionFollower follower, String reason) throws Exception {
        assertFails(follower, "edition-refused", reason);
    }

    private void assertFails(EditionFollower follower, String code, String reason)
            throws Exception {
        String served = replica.edition().version();
        assertThat(catchProblem(follower)).contains(code, reason);
        assertThat(
                        Http.query(replica, "ASK {}", "text/csv")
                                .headers()
                                .firstValue("DistrictKG-Edition"))
                .hasValue(served);
        assertThat(meters().get("districtkg.replica.failing").gauge().value()).isEqualTo(1);
    }

    private static String catchProblem(EditionFollower follower) {
        try {
            return "nothing was refused: " + follower.check().version();
        } catch (Problem problem) {
            return String.valueOf(problem.getMessage());
        }
    }

    private static void offer(Path file, String manifest) throws IOException {
        Files.writeString(file, manifest);
    }

    private static Edition changed(String version) {
        DatasetUpdate update = new DatasetUpdate(FIRST.data());
        update.replace(
                Dkg.iri("urn:x:graph"),
                Stream.of(
                        Triple.create(
                                Dkg.iri("urn:x:edition"),
                                RDFS.label.asNode(),
                                NodeFactory.createLiteralString(version))));
        return new Edition(update.build(), FIRST.prefixes(), FIRST.questions(), version);
    }
}
