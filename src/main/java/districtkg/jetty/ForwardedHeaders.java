package districtkg.jetty;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration.Customizer;
import org.eclipse.jetty.server.Request;

/**
 * Replaces the client address, scheme and host of a request by those in the headers of a trusted
 * proxy.
 *
 * <p>Each proxy appends to a list that the client may have started: the client is the last address
 * that is not a proxy's. If there are {@code X-Forwarded} headers, a {@code Forwarded} header is
 * ignored, because proxies that write the former pass on the client's.
 */
final class ForwardedHeaders implements Customizer {
    private static final String STANDARD = "Forwarded";
    private static final String CLIENT = "X-Forwarded-For";
    private static final List<String> ADDRESS =
            List.of("X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port");
    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for=\"?([^;\"]*)");

    private final TrustedProxies proxies;
    private final ForwardedRequestCustomizer jetty = new ForwardedRequestCustomizer();

    ForwardedHeaders(TrustedProxies proxies) {
        this.proxies = proxies;
        jetty.setForwardedHttpsHeader("");
        jetty.setForwardedServerHeader("");
        jetty.setForwardedCipherSuiteHeader("");
        jetty.setForwardedSslSessionIdHeader("");
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable response) {
        if (!proxies.sent(request)) {
            return request;
        }
        HttpFields believed = believed(request.getHeaders());
        return jetty.customize(
                new Request.Wrapper(request) {
                    @Override
                    public HttpFields getHeaders() {
                        return believed;
                    }
                },
                response);
    }

    private HttpFields believed(HttpFields given) {
        HttpFields.Mutable headers = HttpFields.build(given);
        List<String> elements = given.getCSV(STANDARD, true);
        List<String> clients = given.getCSV(CLIENT, false);
        headers.remove(STANDARD);
        if (!clients.isEmpty()) {
            headers.put(CLIENT, client(clients, IpAddress::of));
        } else if (!elements.isEmpty() && ADDRESS.stream().noneMatch(given::contains)) {
            headers.put(STANDARD, client(elements, ForwardedHeaders::from));
        }
        for (String name : ADDRESS) {
            if (given.contains(name)) {
                headers.put(name, given.getCSV(name, false).getLast());
            }
        }
        return headers.asImmutable();
    }

    private String client(List<String> hops, Function<String, Optional<InetAddress>> address) {
        return hops.reversed().stream()
                .filter(hop -> !address.apply(hop).map(proxies::trusts).orElse(false))
                .findFirst()
                .orElseGet(hops::getFirst);
    }

    private static Optional<InetAddress> from(String element) {
        Matcher from = FOR.matcher(element);
        return from.find() ? IpAddress.of(from.group(1).strip()) : Optional.empty();
    }
}
