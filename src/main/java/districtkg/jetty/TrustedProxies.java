package districtkg.jetty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration.Customizer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/** Who may speak for clients, and under which address clients know the server. */
public final class TrustedProxies {
    public static final TrustedProxies NONE = new TrustedProxies(List.of(), Optional.empty());

    private final InetAddressSet trusted = new InetAddressSet();
    private final Optional<URI> publicAddress;

    /**
     * A choice of them.
     *
     * @param trusted addresses and ranges of the proxies, such as {@code 10.0.0.0/8}; what the
     *     headers of others say of clients is not read
     * @param publicAddress what links begin with; where it is empty, what the client asked for
     * @throws IllegalArgumentException where one is not an address, or the last has a path
     */
    public TrustedProxies(List<String> trusted, Optional<URI> publicAddress) {
        this.trusted.addAll(trusted);
        this.publicAddress = publicAddress;
        publicAddress.ifPresent(TrustedProxies::check);
    }

    /** How a request is changed before anything sees it. */
    public List<Customizer> customizers() {
        Optional<Customizer> forwarding =
                trusted.isEmpty() ? Optional.empty() : Optional.of(new ForwardedHeaders(this));
        return Stream.of(forwarding, publicAddress.<Customizer>map(PublicAddressHandler::new))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether one of them sent a request. */
    boolean sent(Request request) {
        return request.getConnectionMetaData()
                                .getConnection()
                                .getEndPoint()
                                .getRemoteSocketAddress()
                        instanceof InetSocketAddress peer
                && trusts(peer.getAddress());
    }

    boolean trusts(InetAddress address) {
        return trusted.test(address);
    }

    private static void check(URI address) {
        boolean whole =
                List.of("http", "https").contains(String.valueOf(address.getScheme()))
                        && address.getHost() != null
                        && List.of("", "/").contains(address.getPath())
                        && address.getQuery() == null
                        && address.getUserInfo() == null;
        if (!whole) {
            throw new IllegalArgumentException(
                    "not scheme and host, such as https://data.example.org/: " + address);
        }
    }
}
