package districtkg.edition;

import districtkg.dataset.DatasetSnapshot;
import districtkg.ontology.OntologyFiles;
import districtkg.problem.Problem;
import districtkg.source.DeclaredPrefixes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Caches the latest editions in a folder, so that a start with unchanged files skips validation and
 * derivation. An entry is used only if the checksums of all input files and of the program are the
 * same. If an entry cannot be read or written, this is logged and the edition is built.
 */
public final class EditionCache {
    private static final Logger LOG = LoggerFactory.getLogger(EditionCache.class);
    private static final String SUFFIX = ".snapshot";

    /** Number of entries: one for each checkout or data set in use. */
    private static final int KEPT = 4;

    private final Path folder;

    /**
     * Creates a cache.
     *
     * @param folder created on the first write
     */
    public EditionCache(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the cached edition of the inputs, or builds and caches one.
     *
     * @param inputs files and folders from which the edition follows; the first is the ontology
     * @param build builds the edition if none is cached
     * @throws Problem if {@code build} throws it
     */
    public Edition get(List<Path> inputs, Supplier<Edition> build) {
        String key;
        try {
            key = checksum(Stream.concat(Stream.of(program()), inputs.stream()).toList());
        } catch (IOException | UncheckedIOException unreadable) {
            return build.get();
        }
        Optional<Edition> kept = read(key, inputs.getFirst());
        return kept.orElseGet(
                () -> {
                    Edition edition = build.get();
                    write(key, edition);
                    return edition;
                });
    }

    private Optional<Edition> read(String key, Path ontology) {
        try {
            Optional<Path> entry =
                    entries().stream().filter(file -> name(file).equals(key + SUFFIX)).findFirst();
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            DatasetSnapshot kept = DatasetSnapshot.read(entry.get());
            return Optional.of(
                    new Edition(
                            kept.data(),
                            DeclaredPrefixes.declaredIn(kept.data().getDefaultGraph()),
                            Edition.questions(ontology),
                            new OntologyFiles(kept.ontologyFiles()),
                            kept.version()));
        } catch (IOException | UncheckedIOException | Problem unreadable) {
            LOG.warn(
                    "The snapshot in {} is not used, and the edition is built: {}",
                    folder,
                    unreadable.getMessage());
            return Optional.empty();
        }
    }

    private void write(String key, Edition edition) {
        try {
            Files.createDirectories(folder);
            EditionFile.write(edition, folder.resolve(key + SUFFIX));
            List<Path> newestFirst =
                    entries().stream()
                            .sorted(Comparator.comparingLong(EditionCache::modified).reversed())
                            .toList();
            for (Path old : newestFirst.stream().skip(KEPT).toList()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException | UncheckedIOException | Problem unwritable) {
            LOG.warn("The edition cannot be kept in {}", folder, unwritable);
        }
    }

    private List<Path> entries() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(SUFFIX)).toList();
        }
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** Checksum of the names and bytes of all inputs. */
    static String checksum(List<Path> inputs) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (Path input : inputs) {
            update(digest, input);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    /** Adds the names and bytes of the files in a folder, or of a single file. */
    private static void update(MessageDigest digest, Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                DigestUtils.updateDigest(digest, file + "\n");
                try (InputStream in = Files.newInputStream(file)) {
                    DigestUtils.updateDigest(digest, in);
                }
            }
        }
    }

    /**
     * The class files or the jar of the program. Their bytes count and not their time: each build
     * compiles the templates again, to the same bytes.
     */
    private static Path program() throws IOException {
        try {
            return Path.of(
                    EditionCache.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IOException(impossible);
        }
    }
}
