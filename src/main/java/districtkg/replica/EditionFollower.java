package districtkg.replica;

import districtkg.edition.Edition;
import districtkg.edition.EditionFile;
import districtkg.graph.AtomicFile;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a replica at the edition that a publisher offers. Each check fetches the manifest, and if
 * it offers another edition, fetches the snapshot aside, verifies it, loads it and serves it. If
 * anything fails, the edition of before is still served. Checks must not run at the same time.
 */
public final class EditionFollower {
    private static final Logger LOG = LoggerFactory.getLogger(EditionFollower.class);
    private static final String SUFFIX = ".snapshot";
    private static final String CURRENT = "current.json";

    private final EditionOrigin origin;
    private final Settings settings;
    private final ObjLongConsumer<Edition> publish;
    private final Counter unchanged;
    private final Counter switched;
    private final Counter failed;
    private @Nullable PublishedEdition current;
    private @Nullable Edition served;
    private volatile long succeeded;
    private volatile boolean failing;

    /**
     * Settings of a follower.
     *
     * @param folder keeps the snapshot that is served and the one before, so that a start does not
     *     depend on the publisher; for one replica only
     * @param key verifies signatures; empty if editions need none
     * @param mostBytes a larger snapshot is refused
     */
    public record Settings(Path folder, Optional<PublicKey> key, long mostBytes) {}

    /**
     * A follower that has not yet looked.
     *
     * @param publish serves an edition from the next request on; the number is when its loading
     *     began, as {@link System#nanoTime} tells
     * @param meters receives the counters and gauges {@code districtkg.replica.*}
     */
    public EditionFollower(
            EditionOrigin origin,
            Settings settings,
            ObjLongConsumer<Edition> publish,
            MeterRegistry meters) {
        this.origin = origin;
        this.settings = settings;
        this.publish = publish;
        this.unchanged = counter(meters, "unchanged");
        this.switched = counter(meters, "switched");
        this.failed = counter(meters, "failed");
        Gauge.builder("districtkg.replica.failing", this, all -> all.failing ? 1 : 0)
                .description("1 while the last check for another edition failed")
                .register(meters);
        Gauge.builder("districtkg.replica.success.timestamp.seconds", this, all -> all.succeeded)
                .description("when the last check succeeded, in seconds since 1970")
                .register(meters);
    }

    private static Counter counter(MeterRegistry meters, String result) {
        return Counter.builder("districtkg.replica.checks")
                .description("checks for another edition, by their result")
                .tag("result", result)
                .register(meters);
    }

    /**
     * Looks for another edition and serves it.
     *
     * @return the edition that is served
     * @throws Problem {@code edition-unreachable} or {@code edition-refused}; the edition of before
     *     is still served. At the first check, the edition that was served before the last stop is
     *     served instead, if there is one.
     */
    public Edition check() {
        try {
            boolean same = !follow();
            (same ? unchanged : switched).increment();
            succeeded = System.currentTimeMillis() / 1000;
            failing = false;
        } catch (Problem problem) {
            failed.increment();
            failing = true;
            origin.forget();
            if (served != null || !serveKept()) {
                throw problem;
            }
            LOG.error("the edition of before the last stop is served\n{}", problem.getMessage());
        }
        if (served == null) {
            throw new IllegalStateException("no edition");
        }
        return served;
    }

    /** Whether another edition is served now. */
    private boolean follow() {
        long began = System.nanoTime();
        Optional<byte[]> fetched;
        try {
            fetched = origin.manifest();
        } catch (IOException unreachable) {
            throw new Problem(
                    Fault.of(
                            "edition-unreachable",
                            "the manifest of "
                                    + origin
                                    + " cannot be fetched: "
                                    + unreachable.getMessage(),
                            "check the address, and that the publisher wrote  manifest.json  there"));
        }
        if (fetched.isEmpty()) {
            return false;
        }
        PublishedEdition offered;
        try {
            offered = Manifest.parse(fetched.get()).current();
        } catch (IOException malformed) {
            throw refused("the manifest cannot be read: " + malformed.getMessage());
        }
        if (current != null && current.sha256().equals(offered.sha256())) {
            return false;
        }
        serve(offered, load(offered), began);
        return true;
    }

    private Edition load(PublishedEdition offered) {
        if (settings.key().isPresent()
                && !EditionSignature.verifies(offered, settings.key().get())) {
            throw refused(
                    "edition "
                            + offered.edition()
                            + (offered.signature() == null
                                    ? " has no signature"
                                    : " has a signature that the key does not verify"));
        }
        if (offered.size() > settings.mostBytes()) {
            throw refused(
                    "edition "
                            + offered.edition()
                            + " has "
                            + offered.size()
                            + " bytes, and "
                            + settings.mostBytes()
                            + " are allowed");
        }
        Path file = settings.folder().resolve(offered.sha256() + SUFFIX);
        try {
            Files.createDirectories(settings.folder());
            if (!Files.exists(file) || !EditionPublisher.sha256(file).equals(offered.sha256())) {
                fetch(offered, file);
            }
        } catch (IOException failure) {
            throw refused(
                    "the snapshot "
                            + offered.file()
                            + " cannot be fetched: "
                            + failure.getMessage());
        }
        Edition edition = read(file);
        if (!edition.version().equals(offered.edition())) {
            throw refused(
                    "the snapshot "
                            + offered.file()
                            + " holds edition "
                            + edition.version()
                            + ", and the manifest states "
                            + offered.edition());
        }
        return edition;
    }

    private void fetch(PublishedEdition offered, Path file) throws IOException {
        Path aside = settings.folder().resolve(offered.sha256() + ".part");
        try {
            origin.fetch(offered, aside);
            String found = EditionPublisher.sha256(aside);
            if (!found.equals(offered.sha256())) {
                throw new IOException(
                        "its SHA-256 is "
                                + found
                                + ", and the manifest states "
                                + offered.sha256());
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private Edition read(Path file) {
        try {
            return EditionFile.read(file);
        } catch (Problem unusable) {
            throw refused(String.valueOf(unusable.getMessage()));
        }
    }

    private Problem refused(String reason) {
        return new Problem(
                Fault.of(
                        "edition-refused",
                        "an edition of " + origin + " is refused: " + reason,
                        "publish it again, or roll back by  publish DIR --rollback"));
    }

    private void serve(PublishedEdition next, Edition edition, long began) {
        publish.accept(edition, began);
        PublishedEdition before = current;
        current = next;
        served = edition;
        LOG.warn("edition {} of {} is served, written {}", next.edition(), origin, next.written());
        try {
            AtomicFile.write(
                    settings.folder().resolve(CURRENT), out -> out.write(Manifest.json(next)));
            prune(before == null ? Set.of(next.sha256()) : Set.of(next.sha256(), before.sha256()));
        } catch (IOException | Problem unwritable) {
            LOG.warn("the folder {} cannot be written", settings.folder(), unwritable);
        }
    }

    /** Deletes snapshots but those of the given checksums. */
    private void prune(Set<String> kept) throws IOException {
        try (Stream<Path> files = Files.list(settings.folder())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(SUFFIX)
                        && !kept.contains(name.substring(0, name.length() - SUFFIX.length()))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Serves the edition that was served before the last stop; false if there is none. */
    private boolean serveKept() {
        Path file = settings.folder().resolve(CURRENT);
        if (!Files.exists(file)) {
            return false;
        }
        try {
            PublishedEdition kept = Manifest.edition(Files.readAllBytes(file));
            Path snapshot = settings.folder().resolve(kept.sha256() + SUFFIX);
            if (!Files.exists(snapshot)) {
                return false;
            }
            long began = System.nanoTime();
            serve(kept, load(kept), began);
            return true;
        } catch (IOException | Problem unusable) {
            LOG.warn("the edition in {} cannot be used", settings.folder(), unusable);
            return false;
        }
    }
}
