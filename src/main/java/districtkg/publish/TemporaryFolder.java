package districtkg.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The temporary folder of this process; it is deleted at exit. */
final class TemporaryFolder {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Path ROOT = root();

    private TemporaryFolder() {}

    /** A new name in the folder. The caller creates it. */
    static Path next() {
        return ROOT.resolve(Integer.toString(NUMBER.incrementAndGet()));
    }

    /** Deletes a folder recursively. */
    record Removal(Path folder) implements Runnable {
        @Override
        public void run() {
            if (!Files.exists(folder)) {
                return;
            }
            try (Stream<Path> below = Files.walk(folder)) {
                List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException kept) {
                LOG.warn("temporary files stay behind in {}", folder, kept);
            }
        }
    }

    private static Path root() {
        try {
            Path root = Files.createTempDirectory("districtkg-");
            Runtime.getRuntime().addShutdownHook(new Thread(new Removal(root)));
            return root;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
