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
 * What was written, and what was refused: a line of JSON for each, which is on the disk before the
 * holder of a token is answered. Lines are only ever added. A revision is noted just before it is
 * kept, so the line of the next reading tells whether it was.
 */
public final class AuditLog implements AutoCloseable {
    private final FileChannel channel;

    private AuditLog(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * A file to add lines to; it is made where there is none.
     *
     * @throws Problem where it cannot be written to
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
     * What was asked of the server.
     *
     * @param who the name that belongs to the token; empty where there was none
     * @param method of HTTP
     * @param graph as the client named it, cut where it is longer than any name
     * @param digest SHA-256 of the body as it was sent; empty where none was read
     */
    public record Attempt(String who, String method, String graph, String digest) {
        private static final int LONGEST = 200;

        public Attempt {
            graph = graph.substring(0, Math.min(graph.length(), LONGEST));
        }

        /** What anyone can send at will need not wait for the disk. */
        private boolean byStranger() {
            return who.isEmpty();
        }
    }

    /**
     * Adds a line.
     *
     * @param outcome the code of a reason, or what became of the document
     * @param before the version of what was served
     * @param after the version of what is served from now on
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
