package districtkg.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Cache of downloadable files. Each is created once, on its first request, in a temporary folder,
 * which is deleted when the cache is no longer reachable. Large files are created one at a time.
 * Thread-safe.
 */
public final class DownloadCache {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Map<String, CompletableFuture<Made>> files = new ConcurrentHashMap<>();
    private final Semaphore large = new Semaphore(1);
    private final AtomicInteger number = new AtomicInteger();
    private final BiConsumer<Download, Made> created;
    private final Path folder = TemporaryFolder.next();

    /**
     * An empty cache.
     *
     * @param created receives each file when it is complete
     */
    DownloadCache(BiConsumer<Download, Made> created) {
        this.created = created;
        CLEANER.register(this, new TemporaryFolder.Removal(folder));
    }

    /**
     * A file in the cache.
     *
     * @param path where it is
     * @param size in bytes
     * @param hex its SHA-256
     */
    public record Made(Path path, long size, String hex) {}

    /** The file, created if necessary; it may not be complete yet. */
    CompletableFuture<Made> file(Download wanted) {
        CompletableFuture<Made> file =
                files.computeIfAbsent(
                        wanted.path(),
                        path ->
                                CompletableFuture.supplyAsync(
                                        () -> make(wanted), Thread.ofVirtual()::start));
        if (file.isCompletedExceptionally()) {
            files.remove(wanted.path(), file);
        }
        return file;
    }

    private Made make(Download wanted) {
        if (wanted.large()) {
            large.acquireUninterruptibly();
        }
        try {
            Made made = write(wanted, folder.resolve(Integer.toString(number.incrementAndGet())));
            created.accept(wanted, made);
            return made;
        } catch (IOException full) {
            throw new CompletionException(full);
        } finally {
            if (wanted.large()) {
                large.release();
            }
        }
    }

    private static Made write(Download wanted, Path file) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        Files.createDirectories(file.getParent());
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            wanted.writeTo(out);
        } catch (IOException | UncheckedIOException full) {
            Files.deleteIfExists(file);
            throw full;
        }
        return new Made(file, Files.size(file), HexFormat.of().formatHex(digest.digest()));
    }
}
