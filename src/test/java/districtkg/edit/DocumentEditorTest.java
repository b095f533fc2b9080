package districtkg.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import districtkg.Shows;
import districtkg.edition.Edition;
import districtkg.graph.InterruptibleGraph;
import districtkg.http.Preconditions;
import districtkg.problem.Problem;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.server.Waiting;
import districtkg.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.shared.PrefixMapping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Shows({Reason.WRITER_BUSY, Reason.CHANGE_TOO_SLOW})
class DocumentEditorTest {
    private static final DocumentName NOTE = new DocumentName("note");
    private static final DocumentBody FIRST = manuscript("first");
    private static final DocumentBody SECOND = manuscript("second");

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir private Path folder;
    private final AtomicReference<Sources> served = new AtomicReference<>(Sources.NONE);
    private DocumentFiles files;

    @BeforeEach
    void take() {
        files = DocumentFiles.in(folder);
    }

    @AfterEach
    void leave() {
        files.close();
    }

    @Test
    void aChangeWaitsForAnotherUpToALimit() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        DocumentEditor editor =
                new DocumentEditor(
                        new Folder() {
                            @Override
                            public Edition edition(Sources sources) {
                                begun.countDown();
                                await(goOn);
                                return super.edition(sources);
                            }
                        },
                        files,
                        Duration.ofMillis(50),
                        LONG);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Revision> first = other.submit(() -> put(editor, FIRST));
            await(begun);

            Refusal refused = catchThrowableOfType(Refusal.class, () -> put(editor, SECOND));

            goOn.countDown();
            assertThat(refused.reason()).isEqualTo(Reason.WRITER_BUSY);
            assertThat(refused.headers()).containsKey("Retry-After");
            assertThat(first.get().kind()).isEqualTo(Revision.Kind.CREATED);
            assertThat(put(editor, SECOND).kind()).isEqualTo(Revision.Kind.REPLACED);
        }
    }

    @Test
    void aDocumentThatCannotBePreparedIsNotStored() {
        DocumentEditor editor =
                new DocumentEditor(
                        new Folder() {
                            @Override
                            public Runnable prepare(Edition edition) {
                                throw new IllegalStateException("no pages");
                            }
                        },
                        files,
                        LONG,
                        LONG);

        assertThatThrownBy(() -> put(editor, FIRST)).hasMessage("no pages");
        assertThat(folder.resolve("documents")).doesNotExist();
        assertThat(folder.resolve(".incoming/note.ttl")).doesNotExist();
    }

    @Test
    void aChangeThatTakesTooLongIsStopped() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        DocumentEditor editor =
                new DocumentEditor(
                        new Folder() {
                            @Override
                            public Edition edition(Sources sources) {
                                endlessly(new InterruptibleGraph(sources.asserted()), ended);
                                return super.edition(sources);
                            }
                        },
                        files,
                        LONG,
                        Duration.ofMillis(100));

        Refusal refused = catchThrowableOfType(Refusal.class, () -> put(editor, FIRST));

        assertThat(refused.reason()).isEqualTo(Reason.CHANGE_TOO_SLOW);
        assertThat(folder.resolve("documents")).doesNotExist();
        assertThat(folder.resolve(".incoming/note.ttl")).doesNotExist();
        assertThat(served.get().files()).isEmpty();
        Waiting.until(ended::get);
    }

    /** As a shape or a rule that walks a graph for ever. */
    private static void endlessly(Graph graph, AtomicBoolean ended) {
        try {
            while (true) {
                graph.contains(Node.ANY, Node.ANY, Node.ANY);
            }
        } finally {
            ended.set(true);
        }
    }

    @Test
    void aDocumentThatCannotBeLoggedIsNotStored() {
        DocumentEditor editor = editor();

        assertThatThrownBy(
                        () ->
                                editor.put(
                                        NOTE,
                                        FIRST,
                                        Preconditions.NONE,
                                        revision -> {
                                            throw new IOException("the log is full");
                                        }))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_STORED));
        assertThat(folder.resolve("documents")).doesNotExist();
        assertThat(served.get().files()).isEmpty();
    }

    @Test
    void aDocumentThatCannotBeStoredIsNotServed() throws IOException {
        Files.writeString(folder.resolve("documents"), "a file in the way");

        assertThatThrownBy(() -> put(editor(), FIRST))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_STORED));
        assertThat(served.get().files()).isEmpty();
    }

    @Test
    void oneServerWritesToAFolder() {
        assertThatThrownBy(() -> DocumentFiles.in(folder))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not-writable");
    }

    @Test
    void temporaryFilesAreRemovedAtStart() throws IOException {
        Files.writeString(folder.resolve(".incoming/note.ttl"), "@prefix");
        Files.writeString(folder.resolve(".incoming/note.ttl.part"), "@prefix");
        assertThat(Sources.read(List.of(folder)).files()).isEmpty();
        files.close();

        files = DocumentFiles.in(folder);

        assertThat(folder.resolve(".incoming")).isDirectoryNotContaining("glob:**note*");
    }

    @Test
    void documentsAreWrittenToAFolderOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("one.ttl"), "");

        assertThatThrownBy(() -> DocumentFiles.in(file)).hasMessageContaining("not-writable");
        assertThatThrownBy(() -> DocumentFiles.in(folder.resolve("none")))
                .hasMessageContaining("not-writable");
    }

    private DocumentEditor editor() {
        return new DocumentEditor(new Folder(), files, LONG, LONG);
    }

    private static Revision put(DocumentEditor editor, DocumentBody manuscript) {
        return editor.put(NOTE, manuscript, Preconditions.NONE, revision -> {});
    }

    private static DocumentBody manuscript(String label) {
        return new DocumentBody(
                ("<https://w3id.org/districtkg/id/note> a <https://w3id.org/districtkg/ns#Document> ;"
                                + " <http://www.w3.org/2000/01/rdf-schema#label> \""
                                + label
                                + "\" .")
                        .getBytes(StandardCharsets.UTF_8),
                Lang.TURTLE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    /** Editions without a server. */
    private class Folder implements EditionBuilder {
        private Sources last = Sources.NONE;

        @Override
        public Sources read(Sources before) {
            return Sources.read(List.of(folder));
        }

        @Override
        public Edition edition(Sources sources) {
            last = sources;
            return new Edition(
                    DatasetFactory.create().asDatasetGraph(),
                    PrefixMapping.Factory.create(),
                    List.of(),
                    "version " + sources.files().size());
        }

        @Override
        public Runnable prepare(Edition edition) {
            return () -> served.set(last);
        }
    }
}
