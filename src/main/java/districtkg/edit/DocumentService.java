package districtkg.edit;

import districtkg.edit.AuditLog.Attempt;
import districtkg.edition.Edition;
import districtkg.http.Preconditions;
import districtkg.problem.Problem;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts changes from holders of tokens, and logs every attempt. Thread-safe. */
public final class DocumentService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentService.class);

    /** The attempt that the server logs when it reads all files, at start and on reload. */
    private static final Attempt READING = new Attempt("", "READ", "", "");

    private final BearerTokens tokens;
    private final DocumentEditor editor;
    private final AuditLog audit;

    /** A service that logs every attempt before it acts on it. */
    public DocumentService(BearerTokens tokens, DocumentEditor editor, AuditLog audit) {
        this.tokens = tokens;
        this.editor = editor;
        this.audit = audit;
    }

    /** The name of the holder of a token; empty for an unknown token. */
    public Optional<String> holder(String token) {
        return tokens.holder(token);
    }

    /**
     * Creates or replaces a document.
     *
     * @throws Refusal if nothing was changed
     */
    public Revision put(
            Attempt attempt, DocumentName name, DocumentBody body, Preconditions condition) {
        return editor.put(name, body, condition, revision -> note(attempt, revision));
    }

    /**
     * Deletes a document.
     *
     * @throws Refusal if nothing was changed
     */
    public Revision delete(Attempt attempt, DocumentName name, Preconditions condition) {
        return editor.delete(name, condition, revision -> note(attempt, revision));
    }

    /** Logs a rejected attempt. */
    public void refused(Attempt attempt, Reason reason) {
        note(attempt, reason.code(), editor.version(), editor.version());
    }

    /**
     * Reads tokens and all files again, and serves the result.
     *
     * @throws Problem with every fault; the previous edition is still served then
     */
    public Edition reload() {
        String before = editor.version();
        tokens.reread();
        Edition edition = editor.reload();
        note(READING, "read", before, edition.version());
        return edition;
    }

    @Override
    public void close() {
        editor.close();
        audit.close();
    }

    private void note(Attempt attempt, Revision revision) throws IOException {
        audit.note(
                attempt,
                revision.kind().name().toLowerCase(Locale.ROOT),
                revision.before(),
                revision.after());
    }

    /** Logs an attempt that changes nothing; the client is answered even if logging fails. */
    private void note(Attempt attempt, String outcome, String before, String after) {
        try {
            audit.note(attempt, outcome, before, after);
        } catch (IOException full) {
            LOG.error("not noted: {} {} {}", attempt.method(), outcome, after, full);
        }
    }
}
