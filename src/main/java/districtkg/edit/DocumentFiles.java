package districtkg.edit;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;

/**
 * The files of documents in a data folder. Files are replaced atomically: after a crash there is
 * either the old file or the new one. Only one server at a time writes to a folder.
 */
public final class DocumentFiles implements AutoCloseable {
    /** Hidden, so that its files are not read as data. */
    private static final String INCOMING = ".incoming";

    private static final String LOCK = "lock";

    /** Names the file of a change that a crash may interrupt between folder and copy. */
    private static final String CHANGE = "change";

    private final Path folder;
    private final Path incoming;
    private final FileChannel lock;
    private final Optional<DocumentCopy> copy;

    private DocumentFiles(
            Path folder, Path incoming, FileChannel lock, Optional<DocumentCopy> copy) {
        this.folder = folder;
        this.incoming = incoming;
        this.lock = lock;
        this.copy = copy;
    }

    /** The content of a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Locks a folder and its second copy, which receives each change before it is accepted.
     *
     * @param second folder on another disk; an empty one receives all files
     * @throws Problem as without a copy, or if the copy is not the same as the folder
     */
    public static DocumentFiles in(Path data, Path second) {
        DocumentFiles files = in(data);
        try {
            DocumentCopy copy =
                    DocumentCopy.in(data, data.resolve(INCOMING).resolve(CHANGE), second);
            return new DocumentFiles(data, files.incoming, files.lock, Optional.of(copy));
        } catch (Problem unfit) {
            files.close();
            throw unfit;
        }
    }

    /**
     * Locks a folder, and removes incomplete files of a previous server.
     *
     * @param data the data folder; documents are in any subfolder
     * @throws Problem if it is not a folder, is not writable, or another server writes to it
     */
    public static DocumentFiles in(Path data) {
        if (!Files.isDirectory(data)) {
            throw unfit(
                    data,
                    "documents can only be written to a folder",
                    "name a folder of data first");
        }
        Path incoming = data.resolve(INCOMING);
        try {
            Files.createDirectories(incoming);
            FileChannel lock =
                    FileChannel.open(
                            incoming.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!taken(lock)) {
                lock.close();
                throw unfit(data, "another server writes to this folder", "stop the other first");
            }
            clear(incoming);
            return new DocumentFiles(data, incoming, lock, Optional.empty());
        } catch (IOException refused) {
            throw unfit(
                    data,
                    "the server may not write to this folder",
                    "let its user write there, or serve without --writable");
        }
    }

    /** Whether a file can be changed by this server. */
    boolean holds(Path file) {
        return file.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize());
    }

    /** The path of a new document's file. */
    Path place(String slug, Lang syntax) {
        return folder.resolve("documents/written").resolve(fileName(slug, syntax));
    }

    /** Writes a body to the incoming folder, where it can be read but is not data. */
    Path lay(String slug, DocumentBody body) throws IOException {
        Path aside = incoming.resolve(fileName(slug, body.syntax()));
        write(aside, out -> out.write(body.bytes()));
        return aside;
    }

    /**
     * Replaces a file atomically.
     *
     * @param file its extension determines the syntax; .gz compresses
     */
    void put(DocumentBody body, Path file) throws IOException {
        Content content =
                file.toString().endsWith(".gz")
                        ? out -> {
                            GZIPOutputStream gzip = new GZIPOutputStream(out);
                            gzip.write(body.bytes());
                            gzip.finish();
                        }
                        : out -> out.write(body.bytes());
        if (copy.isPresent()) {
            DocumentCopy second = copy.get();
            second.change(
                    file,
                    () -> second.files().replace(content, second.of(file)),
                    () -> replace(content, file));
        } else {
            replace(content, file);
        }
    }

    /** Replaces one file atomically, and syncs it to disk. */
    void replace(Content content, Path file) throws IOException {
        Path aside = incoming.resolve(file.getFileName() + ".part");
        try {
            write(aside, content);
            create(above(file));
            Files.move(
                    aside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            settle(above(file));
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    void remove(Path file) throws IOException {
        if (copy.isPresent()) {
            DocumentCopy second = copy.get();
            second.change(file, () -> second.files().remove(second.of(file)), () -> delete(file));
        } else {
            delete(file);
        }
    }

    private static void delete(Path file) throws IOException {
        Files.delete(file);
        settle(above(file));
    }

    /** Makes the second copy like the folder, after files were changed by hand. */
    void mirror() throws IOException {
        if (copy.isPresent()) {
            copy.get().mirror();
        }
    }

    @Override
    public void close() {
        copy.ifPresent(DocumentCopy::close);
        try {
            lock.close();
        } catch (IOException unimportant) {
            throw new IllegalStateException(unimportant);
        }
    }

    private static String fileName(String slug, Lang syntax) {
        return slug + "." + syntax.getFileExtensions().getFirst();
    }

    /** The syntax of a file name. */
    static Lang syntax(Path file) {
        return RDFLanguages.filenameToLang(file.toString());
    }

    private static void write(Path file, Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            content.writeTo(out);
        }
        force(file, StandardOpenOption.WRITE);
    }

    /** Creates a folder and its parents, and syncs them. */
    private static void create(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            create(above(folder));
            Files.createDirectory(folder);
            settle(above(folder));
        }
    }

    private static Path above(Path path) {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "the root is no file");
    }

    /** Syncs a folder to disk. Windows does not support this and does not need it. */
    private static void settle(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            force(folder, StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static boolean taken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static void clear(Path incoming) throws IOException {
        try (Stream<Path> list = Files.list(incoming)) {
            List<Path> left =
                    list.filter(
                                    path ->
                                            !Set.of(LOCK, CHANGE)
                                                    .contains(path.getFileName().toString()))
                            .toList();
            for (Path path : left) {
                Files.delete(path);
            }
        }
    }

    private static Problem unfit(Path folder, String what, String fix) {
        return new Problem(Fault.at(Location.of(folder), "not-writable", what, fix));
    }
}
