package districtkg.snapshot;

import java.util.Optional;

/** What answers the next request; nothing before the first edition is loaded. */
public final class CurrentSnapshot {
    private volatile Optional<Snapshot> live = Optional.empty();

    public Optional<Snapshot> get() {
        return live;
    }

    public void set(Snapshot next) {
        live = Optional.of(next);
    }
}
