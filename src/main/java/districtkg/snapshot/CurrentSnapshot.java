package districtkg.snapshot;

import java.util.Optional;

/**
 * Holder of the snapshot that answers the next request; empty until the first edition is loaded.
 * Thread-safe.
 */
public final class CurrentSnapshot {
    private volatile Optional<Snapshot> current = Optional.empty();

    /** The current snapshot; empty until the data are read. */
    public Optional<Snapshot> get() {
        return current;
    }

    /** Replaces the current snapshot for requests that begin later. */
    public void set(Snapshot next) {
        current = Optional.of(next);
    }
}
