package districtkg.server;

/** What only those who run the server may reach. */
public final class Admin {
    private Admin() {}

    /** Where it listens. */
    public record Address(String host, int port) {}
}
