package districtkg.replica;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a publisher's manifest and snapshots are fetched from. Used by one thread at a time. */
public interface EditionOrigin {
    /**
     * Fetches the manifest.
     *
     * @return empty if it is the same as at the last call
     * @throws IOException with the reason, if it cannot be fetched or is too long
     */
    Optional<byte[]> manifest() throws IOException;

    /** Returns the whole manifest at the next call, even if it has not changed. */
    void forget();

    /**
     * Fetches the snapshot of an edition.
     *
     * @param file where it is written; its content is verified by the caller
     * @throws IOException with the reason, if it cannot be fetched or has another length than the
     *     manifest states
     */
    void fetch(PublishedEdition edition, Path file) throws IOException;

    /** The address, for messages. */
    @Override
    String toString();
}
