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

/**
 * Where writers hand in documents. It knows them by their tokens, and has all that they ask noted.
 */
public final class DocumentService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentService.class);

    /** What the server does by itself: it reads all files at its start, and when it is told to. */
    private static final Attempt READING = new Attempt("", "READ", "", "");

    private final BearerTokens tokens;
    private final DocumentEditor editor;
    private final AuditLog audit;

    public DocumentService(BearerTokens tokens, DocumentEditor editor, AuditLog audit) {
        this.tokens = tokens;
        this.editor = editor;
        this.audit = audit;
    }

    /** The name of the holder of a token, if any. */
    public Optional<String> holder(String token) {
        return tokens.holder(token);
    }

    /**
     * Puts a whole document in place.
     *
     * @throws Refusal where nothing was changed
     */
    public Revision put(
            Attempt attempt, DocumentName name, DocumentBody manuscript, Preconditions condition) {
        return editor.put(name, manuscript, condition, revision -> note(attempt, revision));
    }

    /**
     * Takes a whole document away.
     *
     * @throws Refusal where nothing was changed
     */
    public Revision delete(Attempt attempt, DocumentName name, Preconditions condition) {
        return editor.delete(name, condition, revision -> note(attempt, revision));
    }

    /** Notes what was asked in vain. */
    public void refused(Attempt attempt, Reason reason) {
        note(attempt, reason.code(), editor.version(), editor.version());
    }

    /**
     * Reads tokens and all files again, and serves what follows from them.
     *
     * @throws Problem with every fault, and then the edition before is served on
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

    /** What changes no document is answered even where it cannot be noted. */
    private void note(Attempt attempt, String outcome, String before, String after) {
        try {
            audit.note(attempt, outcome, before, after);
        } catch (IOException full) {
            LOG.error("not noted: {} {} {}", attempt.method(), outcome, after, full);
        }
    }
}
