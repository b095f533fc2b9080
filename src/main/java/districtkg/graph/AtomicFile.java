package districtkg.graph;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.io.IOX;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes files atomically: complete or not at all. */
public final class AtomicFile {
    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);

    private AtomicFile() {}

    /** The content of a file. */
    public interface Content {
        /** Writes the whole content; an exception leaves the file as it was. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a temporary file in the same folder, then renames it. The temporary file is deleted if
     * writing fails.
     *
     * @throws Problem if the folder does not exist, is full or not writable
     */
    public static void write(Path file, Content content) {
        Path aside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            IOX.safeWrite(file, aside, content::writeTo);
        } catch (RuntimeIOException refused) {
            throw new Problem(
                    Fault.at(
                            Location.of(file),
                            "not-written",
                            "the file cannot be written: " + refused.getCause(),
                            "name a file in a folder that exists, that you may write to and that has room"));
        } finally {
            delete(aside);
        }
    }

    /** Does nothing if there is no such file; a failure must not hide that of writing. */
    private static void delete(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException kept) {
            LOG.warn("the temporary file {} cannot be deleted", aside, kept);
        }
    }
}
