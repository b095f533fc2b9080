package districtkg.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checksums of all files for download that a server has created, in a folder with a file for
 * each version. The checksums of a version stay when the server has gone on to the next; its files
 * do not. Several servers may use one folder. Thread-safe.
 */
public final class ChecksumHistory {
    private static final Logger LOG = LoggerFactory.getLogger(ChecksumHistory.class);
    private static final String SUFFIX = ".sha256";
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{64}  \\S+");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");

    private final Path folder;

    /** The lines that are known to be in the folder, by version. */
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

    /**
     * A history.
     *
     * @param folder created if it does not exist
     */
    public ChecksumHistory(Path folder) {
        this.folder = folder;
    }

    /** Adds the checksum of a file. If that fails, it is logged, and the file is sent anyway. */
    public synchronized void add(String version, String path, String hex) {
        String line = hex + "  " + path;
        try {
            Set<String> lines = known.get(version);
            if (lines == null) {
                endLine(version);
                lines = read(version);
                known.put(version, lines);
            }
            if (lines.add(line)) {
                Files.createDirectories(folder);
                Files.writeString(
                        file(version),
                        line + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        } catch (IOException | UncheckedIOException refused) {
            known.remove(version);
            LOG.warn("The checksum of {} cannot be added in {}", path, folder, refused);
        }
    }

    /** The versions of which there are checksums, the one that was added to last first. */
    public List<String> versions() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(
                            Comparator.comparingLong((Path file) -> file.toFile().lastModified())
                                    .reversed()
                                    .thenComparing(Path::getFileName))
                    .map(ChecksumHistory::version)
                    .filter(version -> VERSION.matcher(version).matches())
                    .toList();
        } catch (IOException | UncheckedIOException refused) {
            LOG.warn("The checksums in {} cannot be listed", folder, refused);
            return List.of();
        }
    }

    /** The checksums of a version in the format of {@code sha256sum --check}, by path. */
    public Optional<String> of(String version) {
        if (!versions().contains(version)) {
            return Optional.empty();
        }
        try {
            List<String> lines = new ArrayList<>(read(version));
            lines.sort(Comparator.comparing((String line) -> line.substring(line.indexOf(' '))));
            return Optional.of(joined(lines));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static String joined(Collection<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /** The lines of a version; half a line that a full disk left is ignored. */
    private Set<String> read(String version) throws IOException {
        Set<String> lines = new TreeSet<>();
        Path file = file(version);
        if (Files.exists(file)) {
            Files.readString(file).lines().filter(LINE.asMatchPredicate()).forEach(lines::add);
        }
        return lines;
    }

    /** Ends half a line, so that the next one begins on a line of its own. */
    private void endLine(String version) throws IOException {
        Path file = file(version);
        if (Files.exists(file)) {
            String text = Files.readString(file);
            if (!text.isEmpty() && !text.endsWith("\n")) {
                Files.writeString(file, "\n", StandardOpenOption.APPEND);
            }
        }
    }

    private Path file(String version) {
        return folder.resolve(version + SUFFIX);
    }

    private static String version(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
