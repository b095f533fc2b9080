package districtkg.replica;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/** A folder, such as one that several machines mount. */
public final class FolderOrigin implements EditionOrigin {
    private final Path folder;
    private byte[] last = {};

    /** An origin of the editions in a folder. */
    public FolderOrigin(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> manifest() throws IOException {
        Path file = folder.resolve(Manifest.FILE);
        try {
            long size = Files.size(file);
            if (size > Manifest.MOST_BYTES) {
                throw new IOException("it has " + size + " bytes");
            }
            byte[] read = Files.readAllBytes(file);
            if (Arrays.equals(read, last)) {
                return Optional.empty();
            }
            last = read;
            return Optional.of(read);
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no such file", missing);
        }
    }

    @Override
    public void forget() {
        last = new byte[0];
    }

    @Override
    public void fetch(PublishedEdition edition, Path file) throws IOException {
        Path offered = folder.resolve(edition.file());
        try {
            long size = Files.size(offered);
            if (size != edition.size()) {
                throw new IOException(
                        "it has " + size + " bytes, and the manifest states " + edition.size());
            }
            Files.copy(offered, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no such file", missing);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
