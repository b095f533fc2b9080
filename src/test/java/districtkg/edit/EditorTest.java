package districtkg.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import districtkg.Shows;
import districtkg.edition.Edition;
import districtkg.problem.Problem;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.store.Sources;
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
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.shared.PrefixMapping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Shows(Reason.WRITER_BUSY)
class EditorTest {
    private static final DocumentName NOTE = new DocumentName("note");
    private static final Manuscript FIRST = manuscript("first");
    private static final Manuscript SECOND = manuscript("second");

    @TempDir private Path folder;
    private final AtomicReference<Sources> served = new AtomicReference<>(Sources.NONE);
    private Shelf shelf;

    @BeforeEach
    void take() {
        shelf = Shelf.in(folder);
    }

    @AfterEach
    void leave() {
        shelf.close();
    }

    @Test
    void aChangeWaitsForAnotherAndNotForEver() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Editor editor =
                new Editor(
                        new Folder() {
                            @Override
                            public Edition edition(Sources sources) {
                                begun.countDown();
                                await(goOn);
                                return super.edition(sources);
                            }
                        },
                        shelf,
                        Duration.ofMillis(50));
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
    void whatCannotBePreparedIsNotKept() {
        Editor editor =
                new Editor(
                        new Folder() {
                            @Override
                            public Runnable prepare(Edition edition) {
                                throw new IllegalStateException("no pages");
                            }
                        },
                        shelf,
                        Duration.ofSeconds(10));

        assertThatThrownBy(() -> put(editor, FIRST)).hasMessage("no pages");
        assertThat(folder.resolve("documents")).doesNotExist();
        assertThat(folder.resolve(".incoming/note.ttl")).doesNotExist();
    }

    @Test
    void whatCannotBeNotedIsNotKept() {
        Editor editor = editor();

        assertThatThrownBy(
                        () ->
                                editor.put(
                                        NOTE,
                                        FIRST,
                                        Condition.NONE,
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
    void whatCannotBeKeptIsNotServed() throws IOException {
        Files.writeString(folder.resolve("documents"), "a file in the way");

        assertThatThrownBy(() -> put(editor(), FIRST))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_STORED));
        assertThat(served.get().files()).isEmpty();
    }

    @Test
    void oneServerWritesToAFolder() {
        assertThatThrownBy(() -> Shelf.in(folder))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not-writable");
    }

    @Test
    void whatWasLeftHalfDoneIsClearedAway() throws IOException {
        Files.writeString(folder.resolve(".incoming/note.ttl"), "@prefix");
        Files.writeString(folder.resolve(".incoming/note.ttl.part"), "@prefix");
        assertThat(Sources.read(List.of(folder)).files()).isEmpty();
        shelf.close();

        shelf = Shelf.in(folder);

        assertThat(folder.resolve(".incoming")).isDirectoryNotContaining("glob:**note*");
    }

    @Test
    void documentsAreWrittenToAFolderOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("one.ttl"), "");

        assertThatThrownBy(() -> Shelf.in(file)).hasMessageContaining("not-writable");
        assertThatThrownBy(() -> Shelf.in(folder.resolve("none")))
                .hasMessageContaining("not-writable");
    }

    private Editor editor() {
        return new Editor(new Folder(), shelf, Duration.ofSeconds(10));
    }

    private static Revision put(Editor editor, Manuscript manuscript) {
        return editor.put(NOTE, manuscript, Condition.NONE, revision -> {});
    }

    private static Manuscript manuscript(String label) {
        return new Manuscript(
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
    private class Folder implements Press {
        private Sources last = Sources.NONE;

        @Override
        public Sources read() {
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
