package districtkg.server;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration.Customizer;
import org.eclipse.jetty.server.Request;

/**
 * Who may speak for clients, and under which address clients know the server.
 *
 * @param trusted the proxies whose headers say who the client is; headers of others are ignored
 * @param publicAddress what links begin with; where it is empty, what the client asked for
 */
public record Proxies(List<Network> trusted, Optional<URI> publicAddress) {
    public static final Proxies NONE = new Proxies(List.of(), Optional.empty());

    public Proxies {
        trusted = List.copyOf(trusted);
    }

    /** Whether a request came from one of them. */
    boolean speaks(Request request) {
        return false;
    }

    /** How a request is changed before anything sees it. */
    List<Customizer> customizers() {
        return List.of();
    }
}
