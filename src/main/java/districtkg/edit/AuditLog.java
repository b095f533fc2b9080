package districtkg.edit;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/**
 * The audit log: one line of JSON for each attempt to write, synced to disk before the client is
 * answered. The file is append-only. A revision is logged just before it is stored, and the line of
 * the next start shows whether it was. Thread-safe.
 */
public final class AuditLog implements AutoCloseable {
    private final FileChannel channel;

    private AuditLog(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens the log file, and creates it if it does not exist.
     *
     * @throws Problem if it cannot be written
     */
    public static AuditLog in(Path file) {
        try {
            return new AuditLog(
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException refused) {
            throw new Problem(
                    Fault.at(
                            Location.of(file),
                            "not-written",
                            "the audit log cannot be written to",
                            "name a file with --audit in a folder that the server may write to"));
        }
    }

    /**
     * An attempt to write.
     *
     * @param who the name of the token's holder; empty if there was none
     * @param method the HTTP method
     * @param graph the graph as the client named it, truncated if it is longer than any valid name
     * @param digest SHA-256 of the body as sent; empty if none was read
     */
    public record Attempt(String who, String method, String graph, String digest) {
        private static final int LONGEST = 200;

        /** Truncates the name of the graph. */
        public Attempt {
            graph = graph.substring(0, Math.min(graph.length(), LONGEST));
        }

        /**
         * Whether the attempt had no valid token. Its line need not be synced, because anyone can
         * send such requests at will.
         */
        private boolean byStranger() {
            return who.isEmpty();
        }
    }

    /**
     * Appends a line.
     *
     * @param outcome the code of a reason, or what happened to the document
     * @param before the version served before
     * @param after the version served from now on
     */
    public synchronized void note(Attempt attempt, String outcome, String before, String after)
            throws IOException {
        JsonObject line = new JsonObject();
        line.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("who", attempt.who());
        line.put("method", attempt.method());
        line.put("graph", attempt.graph());
        line.put("outcome", outcome);
        line.put("sha256", attempt.digest());
        line.put("before", before);
        line.put("after", after);
        ByteBuffer bytes =
                ByteBuffer.wrap((JSON.toStringFlat(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        if (!attempt.byStranger()) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException lost) {
            throw new IllegalStateException(lost);
        }
    }
}
