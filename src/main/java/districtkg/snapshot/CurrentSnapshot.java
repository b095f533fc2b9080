package districtkg.snapshot;

import java.util.Optional;

/**
 * Holder of the snapshot that answers the next request; empty until the first edition is loaded.
 * Thread-safe.
 */
public final class CurrentSnapshot {
    private volatile Optional<Snapshot> current = Optional.empty();

    public Optional<Snapshot> get() {
        return current;
    }

    public void set(Snapshot next) {
        current = Optional.of(next);
    }
}
