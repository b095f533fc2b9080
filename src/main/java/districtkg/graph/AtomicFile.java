package districtkg.graph;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that appear whole or not at all. */
public final class AtomicFile {
    private AtomicFile() {}

    /** What a file is to hold. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes beside the file, then puts the file in place.
     *
     * @throws Problem where the folder is missing, full or not ours to write
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
