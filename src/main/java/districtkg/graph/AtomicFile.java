package districtkg.graph;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files atomically: complete or not at all. */
public final class AtomicFile {
    private AtomicFile() {}

    /** The content of a file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a temporary file in the same folder, then renames it.
     *
     * @throws Problem if the folder does not exist, is full or not writable
     */
    public static void write(Path file, Content content) {
        Path aside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(aside)) {
                content.writeTo(out);
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new Problem(
                    Fault.at(
                            Location.of(file),
                            "not-written",
                            "the file cannot be written: " + refused,
                            "name a file in a folder that exists, that you may write to and that has room"));
        }
    }
}
