package districtkg.server;

import java.nio.file.Path;
import java.util.Optional;

/** One line of JSON for each request. */
public final class AccessLog {
    private AccessLog() {}

    /** How much of the address of a client is kept. */
    public enum Client {
        NONE,
        MASKED,
        FULL
    }

    /**
     * What is written, and where.
     *
     * @param file nothing for standard error
     * @param client how much of the address of a client is kept
     * @param queries whether the text of queries is kept
     */
    public record Form(Optional<Path> file, Client client, boolean queries) {}
}
