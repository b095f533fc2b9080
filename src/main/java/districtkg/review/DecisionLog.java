package districtkg.review;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The decisions of a folder: a file of JSON lines to which one process at a time appends. Decisions
 * are on the disk when {@link #append} returns. A last line that a crash cut off was never
 * confirmed to a client, and is removed when the file is opened. Not thread-safe.
 */
final class DecisionLog implements AutoCloseable {
    private static final String NAME = "decisions.jsonl";

    private final Path file;
    private final FileChannel channel;

    private DecisionLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens the log of a folder, and creates it if there is none.
     *
     * @throws Problem if it cannot be written, or another process has it open
     */
    static DecisionLog in(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new Problem(
                        Fault.at(
                                Location.of(file),
                                "review-in-use",
                                "another process reviews this folder",
                                "open the address that it printed, or stop it"));
            }
            return new DecisionLog(file, channel);
        } catch (IOException refused) {
            throw unwritable(file);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    private static Problem unwritable(Path file) {
        return new Problem(
                Fault.at(
                        Location.of(file),
                        "not-written",
                        "the log of decisions cannot be written to",
                        "make room on the disk, or copy the drafts to a folder that you may write to"));
    }

    /**
     * The decisions so far.
     *
     * @throws Problem if a line is none
     */
    List<Decision> read() {
        List<Decision> decisions = new ArrayList<>();
        try {
            byte[] bytes = bytes();
            int from = 0;
            for (int at = 0; at < bytes.length; at++) {
                if (bytes[at] == '\n') {
                    String line = new String(bytes, from, at - from, StandardCharsets.UTF_8);
                    decisions.add(decision(line, decisions.size() + 1L));
                    from = at + 1;
                }
            }
            channel.truncate(from);
            channel.position(from);
        } catch (IOException unreadable) {
            throw unwritable(file);
        }
        return decisions;
    }

    private byte[] bytes() throws IOException {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        channel.position(0);
        while (all.hasRemaining() && channel.read(all) >= 0) {
            // reads on
        }
        return all.array();
    }

    private Decision decision(String line, long number) {
        try {
            return Decision.of(line);
        } catch (RuntimeException broken) {
            throw new Problem(
                    Fault.at(
                            Location.of(file, number),
                            "review-log",
                            "the line is not a decision: " + broken.getMessage(),
                            "restore the file from a copy; never edit it by hand"));
        }
    }

    /**
     * Appends decisions, and returns when they are on the disk.
     *
     * @throws Problem if they cannot be written; none of them counts then
     */
    void append(List<Decision> decisions) {
        StringBuilder lines = new StringBuilder();
        decisions.forEach(decision -> lines.append(decision.line()).append('\n'));
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        try {
            long before = channel.position();
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            } catch (IOException full) {
                channel.truncate(before);
                throw full;
            }
        } catch (IOException refused) {
            throw unwritable(file);
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
