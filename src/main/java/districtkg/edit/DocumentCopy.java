package districtkg.edit;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A second copy of a data folder, on another disk or machine. A change is written to the copy and
 * then to the data folder, and is accepted if both have it on disk. Before that, the name of its
 * file is noted in the data folder, so that after a crash the copy of that file is made like the
 * data folder again.
 */
final class DocumentCopy implements AutoCloseable {
    private final Path data;
    private final Path note;
    private final Path folder;
    private final DocumentFiles files;

    private DocumentCopy(Path data, Path note, Path folder, DocumentFiles files) {
        this.data = data;
        this.note = note;
        this.folder = folder;
        this.files = files;
    }

    /** A change of one file, on disk when it returns. */
    interface Change {
        void run() throws IOException;
    }

    /**
     * Locks the folder of a copy. An empty folder receives all files.
     *
     * @param note file that names the changes which a crash may have interrupted
     * @throws Problem if it cannot be written, or its files are not those of the data folder
     */
    static DocumentCopy in(Path data, Path note, Path folder) {
        DocumentFiles files = DocumentFiles.in(folder);
        DocumentCopy copy = new DocumentCopy(data, note, folder, files);
        try {
            copy.finish();
            if (names(folder).isEmpty()) {
                copy.mirror();
            }
            List<Path> different = copy.different();
            if (!different.isEmpty()) {
                throw new Problem(
                        Fault.at(
                                Location.of(folder.resolve(different.getFirst())),
                                "copy-differs",
                                "the copy is not the same as "
                                        + data
                                        + " in "
                                        + different.size()
                                        + " files",
                                "if the copy has what was accepted last, copy it over the data; if not, empty it, and it is made again"));
            }
            return copy;
        } catch (IOException refused) {
            files.close();
            throw new Problem(
                    Fault.at(
                            Location.of(folder),
                            "not-writable",
                            "the copy cannot be written: " + refused.getMessage(),
                            "name an empty folder with room that the user of the server may write to"));
        } catch (Problem differs) {
            files.close();
            throw differs;
        }
    }

    /**
     * Changes a file in both folders, or in neither.
     *
     * @throws NotCopiedException if the copy could not be changed
     */
    void change(Path file, Change second, Change first) throws IOException {
        try {
            finish();
            noted(List.of(relative(file)));
            second.run();
        } catch (IOException refused) {
            undo(refused);
            throw new NotCopiedException(refused);
        }
        try {
            first.run();
        } catch (IOException refused) {
            undo(refused);
            throw refused;
        }
        noted(List.of());
    }

    /** The copy of a file of the data folder. */
    Path of(Path file) {
        return folder.resolve(relative(file));
    }

    /** The folder of the copy, for writing. */
    DocumentFiles files() {
        return files;
    }

    /** Makes all files of the copy those of the data folder. */
    void mirror() throws IOException {
        for (Path file : different()) {
            restore(file);
        }
    }

    @Override
    public void close() {
        files.close();
    }

    /** Makes the copy of the noted files like the data folder. */
    private void finish() throws IOException {
        if (Files.exists(note)) {
            for (String name : Files.readAllLines(note)) {
                restore(Path.of(name));
            }
            noted(List.of());
        }
    }

    /** What cannot be undone now stays noted, and is undone before the next change. */
    private void undo(IOException refused) {
        try {
            finish();
        } catch (IOException later) {
            refused.addSuppressed(later);
        }
    }

    private void restore(Path name) throws IOException {
        Path file = data.resolve(name);
        Path copied = folder.resolve(name);
        if (Files.exists(file)) {
            files.replace(out -> Files.copy(file, out), copied);
        } else if (Files.exists(copied)) {
            files.remove(copied);
        }
    }

    /** Notes the names of files; none removes the note. */
    private void noted(List<Path> names) throws IOException {
        if (names.isEmpty()) {
            Files.deleteIfExists(note);
            return;
        }
        Files.write(note, names.stream().map(Path::toString).toList(), StandardOpenOption.CREATE);
        try (FileChannel channel = FileChannel.open(note, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private Path relative(Path file) {
        return absolute(data).relativize(absolute(file));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** The names of the files that only one folder has, or that have other bytes. */
    private List<Path> different() throws IOException {
        Set<Path> names = names(data);
        names.addAll(names(folder));
        List<Path> different = new ArrayList<>();
        for (Path name : names) {
            Path file = data.resolve(name);
            Path copied = folder.resolve(name);
            if (!Files.exists(file) || !Files.exists(copied) || Files.mismatch(file, copied) >= 0) {
                different.add(name);
            }
        }
        return different;
    }

    /** All files below a folder but hidden ones, which are not read as data. */
    private static Set<Path> names(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(DocumentCopy::isVisible)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isVisible(Path name) {
        for (Path part : name) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
