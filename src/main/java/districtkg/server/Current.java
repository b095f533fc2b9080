package districtkg.server;

/** What answers the next request. */
final class Current {
    private volatile Live live;

    Current(Live live) {
        this.live = live;
    }

    Live get() {
        return live;
    }

    void set(Live next) {
        live = next;
    }
}
