package districtkg.replica;

import districtkg.edition.Edition;
import districtkg.edition.EditionFile;
import districtkg.graph.AtomicFile;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Writes snapshots and the manifest of a folder of editions. The manifest is replaced last, so that
 * a replica sees the editions of before or those of after. One process may write a folder at a
 * time.
 */
public final class EditionPublisher {
    private static final String SUFFIX = ".snapshot";

    private final Path folder;
    private final int kept;
    private final Optional<PrivateKey> key;

    /**
     * A publisher.
     *
     * @param folder created if it does not exist
     * @param kept number of previous editions whose snapshots are kept, for replicas that are still
     *     fetching them and for rollback
     * @param key signs the editions; empty for no signatures
     */
    public EditionPublisher(Path folder, int kept, Optional<PrivateKey> key) {
        this.folder = folder;
        this.kept = kept;
        this.key = key;
    }

    /**
     * Publishes an edition. If the folder still has its snapshot, undamaged and with a signature if
     * there is a key, that is used again.
     *
     * @return the manifest that was written
     * @throws Problem if a file cannot be written, or the manifest of the folder cannot be read
     */
    public Manifest publish(Edition edition) {
        try {
            Files.createDirectories(folder);
            Optional<Manifest> before = manifest();
            if (before.isPresent()
                    && before.get().current().edition().equals(edition.version())
                    && usable(before.get().current())) {
                return before.get();
            }
            Optional<PublishedEdition> known =
                    before.flatMap(manifest -> manifest.previous(edition.version()));
            PublishedEdition next =
                    known.isPresent() && usable(known.get()) ? known.get() : written(edition);
            return replace(
                    before.map(manifest -> manifest.then(next, kept))
                            .orElseGet(() -> Manifest.first(next)));
        } catch (IOException refused) {
            throw new Problem(TextFile.unreadable(folder, refused));
        }
    }

    /**
     * Offers a previous edition again. The edition that is offered now stays in the list, so that
     * it can be offered later.
     *
     * @param edition version of the edition; empty for the last one before
     * @throws Problem if there is no such edition, or no manifest
     */
    public Manifest rollBack(Optional<String> edition) {
        try {
            Manifest before =
                    manifest()
                            .orElseThrow(
                                    () -> new Problem(noEdition("the folder has no manifest")));
            PublishedEdition next =
                    edition.map(before::previous)
                            .orElseGet(() -> before.previous().stream().findFirst())
                            .orElseThrow(
                                    () ->
                                            new Problem(
                                                    noEdition(
                                                            "the manifest has no such previous edition; it has "
                                                                    + versions(before))));
            return replace(before.then(signed(next), Math.max(kept, before.previous().size())));
        } catch (IOException refused) {
            throw new Problem(TextFile.unreadable(folder, refused));
        }
    }

    private static String versions(Manifest manifest) {
        List<String> versions =
                manifest.previous().stream().map(PublishedEdition::edition).toList();
        return versions.isEmpty() ? "none" : String.join(", ", versions);
    }

    private Fault noEdition(String what) {
        return Fault.at(
                Location.of(folder),
                "no-such-edition",
                what,
                "name an edition under \"previous\" of manifest.json, or publish one by  publish DIR");
    }

    private PublishedEdition written(Edition edition) throws IOException {
        Path file = folder.resolve(edition.version() + SUFFIX);
        EditionFile.write(edition, file);
        PublishedEdition plain =
                new PublishedEdition(
                        edition.version(),
                        edition.version() + SUFFIX,
                        Files.size(file),
                        sha256(file),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        null);
        return signed(plain);
    }

    private PublishedEdition signed(PublishedEdition edition) {
        return key.map(by -> EditionSignature.sign(edition, by)).orElse(edition);
    }

    /** Whether the folder has the snapshot of an edition as it was written and signed. */
    private boolean usable(PublishedEdition edition) throws IOException {
        Path file = folder.resolve(edition.file());
        return Files.exists(file)
                && sha256(file).equals(edition.sha256())
                && signed(edition).equals(edition);
    }

    /** The SHA-256 of a file, in lower-case hexadecimal digits. */
    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(in);
        }
    }

    private Optional<Manifest> manifest() throws IOException {
        Path file = folder.resolve(Manifest.FILE);
        return Files.exists(file)
                ? Optional.of(Manifest.parse(Files.readAllBytes(file)))
                : Optional.empty();
    }

    private Manifest replace(Manifest next) throws IOException {
        AtomicFile.write(folder.resolve(Manifest.FILE), out -> out.write(next.json()));
        Set<String> listed =
                Stream.concat(Stream.of(next.current()), next.previous().stream())
                        .map(PublishedEdition::file)
                        .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(SUFFIX) && !listed.contains(name)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        return next;
    }
}
