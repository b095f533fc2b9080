package districtkg.mcp;

import districtkg.jetty.IpAddress;
import districtkg.jetty.PublicAddressHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/**
 * Keeps pages of other sites from calling a server on the machine or in the network of their
 * reader, as the protocol demands. Such a page may have made its own host name resolve to this
 * address (DNS rebinding).
 */
final class McpOrigin {
    private McpOrigin() {}

    /**
     * Whether a request may be answered. Programs send no Origin; a page may be one that the reader
     * runs on the own machine, such as an inspector. A client on the same machine has to call this
     * server by a name of the machine, or by its public address, as a proxy on the machine does.
     */
    static boolean allows(HttpServletRequest request) {
        String origin = Objects.toString(request.getHeader("Origin"), "");
        return (origin.isEmpty() || loopback(host(origin))) && (!local(request) || known(request));
    }

    /** Whether the client named this machine or the public address. */
    private static boolean known(HttpServletRequest request) {
        if (request.getAttribute(PublicAddressHandler.REQUESTED_HOST) instanceof String requested) {
            return loopback(requested) || requested.equalsIgnoreCase(request.getServerName());
        }
        return loopback(request.getServerName());
    }

    /** Whether both ends are on this machine; behind a trusted proxy the client is elsewhere. */
    private static boolean local(HttpServletRequest request) {
        return loopback(request.getRemoteAddr()) && loopback(request.getLocalAddr());
    }

    private static boolean loopback(String host) {
        return host.equals("localhost")
                || IpAddress.of(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static String host(String origin) {
        try {
            return Objects.toString(new URI(origin).getHost(), "");
        } catch (URISyntaxException none) {
            return "";
        }
    }
}
