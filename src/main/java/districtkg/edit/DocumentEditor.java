package districtkg.edit;

import districtkg.edit.Revision.Kind;
import districtkg.edition.Edition;
import districtkg.graph.DatasetFingerprint;
import districtkg.http.Preconditions;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes documents, one at a time. A change is built into a complete edition, which is validated
 * and derived like the first; then the file is stored; then the edition is served. A failure before
 * the last step changes nothing. Thread-safe.
 */
public final class DocumentEditor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentEditor.class);

    private final EditionBuilder builder;
    private final DocumentFiles files;
    private final Duration patience;
    private final BuildLimit limit;
    private final ReentrantLock one = new ReentrantLock(true);
    private Sources sources = Sources.NONE;
    private volatile String version = "";

    /** Receives each revision when nothing can reject it any more, and before it is stored. */
    public interface RevisionListener {
        /**
         * Logs a revision.
         *
         * @throws IOException if it could not be logged; the revision is not made then
         */
        void revised(Revision revision) throws IOException;
    }

    /** A step that stores something on disk. */
    private interface Keeping {
        void run() throws IOException;
    }

    /**
     * Creates an editor, which serves nothing until the first {@link #reload}.
     *
     * @param patience how long a change waits for the previous one
     * @param time how long the edition of a change may be built
     */
    public DocumentEditor(
            EditionBuilder builder, DocumentFiles files, Duration patience, Duration time) {
        this.builder = builder;
        this.files = files;
        this.patience = patience;
        this.limit = new BuildLimit(time);
    }

    /** The version that is served now; empty before the first load. */
    String version() {
        return version;
    }

    /**
     * Reads all files again and serves the result.
     *
     * @throws Problem with every fault of the files; the previous edition is still served then
     */
    public Edition reload() {
        return alone(
                () -> {
                    Sources read = builder.read(sources);
                    Edition edition = builder.edition(read);
                    mirror();
                    builder.prepare(edition).run();
                    remember(read, edition.version());
                    return edition;
                });
    }

    /** Files may have been changed by hand before they were read again. */
    private void mirror() {
        try {
            files.mirror();
        } catch (IOException refused) {
            throw new Problem(
                    Fault.at(
                            Location.of(Path.of("")),
                            "not-copied",
                            "the second copy cannot be written: " + refused.getMessage(),
                            "make its disk available, with room"));
        }
    }

    /**
     * Creates or replaces a document.
     *
     * @throws Refusal if nothing was changed
     */
    public Revision put(
            DocumentName name,
            DocumentBody body,
            Preconditions condition,
            RevisionListener listener) {
        return alone(
                () -> {
                    Optional<SourceFile> before = before(name, condition);
                    Path aside = lay(name, body);
                    try {
                        return put(name, body, aside, before, listener);
                    } finally {
                        discard(aside);
                    }
                });
    }

    private Revision put(
            DocumentName name,
            DocumentBody body,
            Path aside,
            Optional<SourceFile> before,
            RevisionListener listener) {
        Sources others = sources.without(name.graph());
        try {
            SourceFile sent = limit.within(() -> document(name, aside));
            Built built = limit.within(() -> built(others.with(sent)));
            Path file =
                    before.map(SourceFile::path)
                            .orElseGet(() -> files.place(name.slug(), body.syntax()));
            Kind kind = before.isPresent() ? Kind.REPLACED : Kind.CREATED;
            DocumentBody kept =
                    body.syntax().equals(DocumentFiles.syntax(file))
                            ? body
                            : DocumentBody.of(sent.graph(), DocumentFiles.syntax(file));
            return make(
                    new Revision(kind, name.toString(), version, built.version()),
                    built.serve(),
                    others.with(new SourceFile(file, sent.graphName(), sent.role(), sent.graph())),
                    listener,
                    () -> files.put(kept, file));
        } catch (Problem faulty) {
            throw refused(Reason.FAULTY_DOCUMENT, faulty, others, aside);
        }
    }

    /**
     * Deletes a document.
     *
     * @throws Refusal if nothing was changed
     */
    public Revision delete(DocumentName name, Preconditions condition, RevisionListener listener) {
        return alone(
                () -> {
                    Path file =
                            before(name, condition)
                                    .map(SourceFile::path)
                                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
                    Sources others = sources.without(name.graph());
                    try {
                        Built built = limit.within(() -> built(others));
                        return make(
                                new Revision(
                                        Kind.DELETED, name.toString(), version, built.version()),
                                built.serve(),
                                others,
                                listener,
                                () -> files.remove(file));
                    } catch (Problem needed) {
                        throw refused(Reason.STILL_NEEDED, needed, others, file);
                    }
                });
    }

    /**
     * An edition that was built.
     *
     * @param version of the edition
     * @param serve serves it, and cannot fail
     */
    private record Built(String version, Runnable serve) {}

    private Built built(Sources next) {
        Edition edition = builder.edition(next);
        return new Built(edition.version(), builder.prepare(edition));
    }

    @Override
    public void close() {
        files.close();
    }

    /** Stores a revision and serves it. */
    private Revision make(
            Revision revision,
            Runnable serve,
            Sources next,
            RevisionListener listener,
            Keeping keeping) {
        try {
            listener.revised(revision);
            keeping.run();
        } catch (IOException full) {
            throw notStored(full);
        }
        serve.run();
        remember(next, revision.after());
        return revision;
    }

    private void remember(Sources next, String nextVersion) {
        sources = next;
        version = nextVersion;
    }

    /** The current file of the document; empty if it does not exist. Checks the preconditions. */
    private Optional<SourceFile> before(DocumentName name, Preconditions condition) {
        List<SourceFile> matching =
                sources.files().stream()
                        .filter(file -> file.graphName().equals(name.graph()))
                        .toList();
        if (!condition.holds(
                matching.stream().findFirst().map(file -> DatasetFingerprint.of(file.graph())))) {
            throw Refusal.of(Reason.CHANGED_MEANWHILE);
        }
        boolean alone =
                matching.size() <= 1
                        && matching.stream()
                                .allMatch(file -> files.holds(file.path()) && whole(file));
        if (!alone) {
            throw Refusal.of(Reason.KEPT_ELSEWHERE);
        }
        return matching.stream().findFirst();
    }

    /** Whether a file contains exactly one document. */
    private boolean whole(SourceFile document) {
        return document.role() == SourceRole.DOCUMENT
                && sources.files().stream()
                                .filter(file -> file.path().equals(document.path()))
                                .count()
                        == 1;
    }

    /** The document that a body describes; a body with anything else is rejected. */
    private static SourceFile document(DocumentName name, Path body) {
        List<SourceFile> graphs = Sources.read(List.of(body)).files();
        List<Node> documents =
                graphs.stream()
                        .flatMap(
                                file ->
                                        file.graph().stream(
                                                Node.ANY, RDF.type.asNode(), Dkg.DOCUMENT))
                        .map(triple -> triple.getSubject())
                        .distinct()
                        .toList();
        boolean fits =
                graphs.size() == 1
                        && graphs.getFirst().role() == SourceRole.DOCUMENT
                        && graphs.getFirst().graphName().equals(name.graph())
                        && documents.equals(List.of(name.document()));
        if (!fits) {
            throw new Problem(
                    Fault.at(
                            Location.of(body),
                            "another-document",
                            "the body is not the one document of this graph, <"
                                    + name.document()
                                    + ">",
                            "send this one document whole, and nothing else, in one graph"));
        }
        return graphs.getFirst();
    }

    private Path lay(DocumentName name, DocumentBody body) {
        try {
            return files.lay(name.slug(), body);
        } catch (IOException full) {
            throw notStored(full);
        }
    }

    private static void discard(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException left) {
            LOG.warn("a file stays aside until the next start", left);
        }
    }

    private static Refusal refused(Reason reason, Problem problem, Sources others, Path body) {
        return new Refusal(reason, "", RedactedFaults.of(problem, others, body));
    }

    private static Refusal notStored(IOException full) {
        LOG.error("a revision could not be stored", full);
        if (full instanceof NotCopiedException) {
            return Refusal.of(Reason.NOT_COPIED).with("Retry-After", "60");
        }
        return Refusal.of(Reason.NOT_STORED);
    }

    /** Runs one change after the previous one has finished. */
    private <T> T alone(Supplier<T> change) {
        try {
            if (!one.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusal.of(Reason.WRITER_BUSY).with("Retry-After", "10");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Reason.WRITER_BUSY).with("Retry-After", "10");
        }
        try {
            return change.get();
        } finally {
            one.unlock();
        }
    }
}
