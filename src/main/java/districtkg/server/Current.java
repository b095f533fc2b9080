package districtkg.server;

import java.util.Optional;

/** What answers the next request; nothing before the first edition is loaded. */
final class Current {
    private volatile Optional<Live> live = Optional.empty();

    Optional<Live> get() {
        return live;
    }

    void set(Live next) {
        live = Optional.of(next);
    }
}
