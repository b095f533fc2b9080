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

/** The trusted proxies, and the public address of the server. */
public final class TrustedProxies {
    /** No proxy is trusted: forwarded headers are ignored. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of(), Optional.empty());

    private final InetAddressSet trusted = new InetAddressSet();
    private final Optional<URI> publicAddress;

    /**
     * Creates the settings.
     *
     * @param trusted addresses and ranges of the proxies, such as {@code 10.0.0.0/8}; forwarding
     *     headers of others are ignored
     * @param publicAddress base address of links; if empty, the address that the client used
     * @throws IllegalArgumentException if one is not an address, or the public address has a path
     */
    public TrustedProxies(List<String> trusted, Optional<URI> publicAddress) {
        this.trusted.addAll(trusted);
        this.publicAddress = publicAddress;
        publicAddress.ifPresent(TrustedProxies::check);
    }

    /** The customizers that change a request before any handler sees it. */
    public List<Customizer> customizers() {
        Optional<Customizer> forwarding =
                trusted.isEmpty() ? Optional.empty() : Optional.of(new ForwardedHeaders(this));
        return Stream.of(forwarding, publicAddress.<Customizer>map(PublicAddressHandler::new))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether a trusted proxy sent the request. */
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
