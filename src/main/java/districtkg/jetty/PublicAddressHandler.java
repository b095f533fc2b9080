package districtkg.jetty;

import java.net.URI;
import org.eclipse.jetty.http.HostPortHttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.HttpConfiguration.Customizer;
import org.eclipse.jetty.server.Request;

/** Replaces the host of every request by the public address of the server. */
public final class PublicAddressHandler implements Customizer {
    /** Request attribute with the host that the client named; set if it was replaced. */
    public static final String REQUESTED_HOST = PublicAddressHandler.class.getName() + ".host";

    private final URI address;

    PublicAddressHandler(URI address) {
        this.address = address;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable response) {
        HttpFields headers =
                HttpFields.build(
                        request.getHeaders(), new HostPortHttpField(address.getRawAuthority()));
        HttpURI uri =
                HttpURI.build(request.getHttpURI())
                        .scheme(address.getScheme())
                        .authority(address.getHost(), address.getPort())
                        .asImmutable();
        request.setAttribute(REQUESTED_HOST, Request.getServerName(request));
        return new Request.Wrapper(request) {
            @Override
            public HttpURI getHttpURI() {
                return uri;
            }

            @Override
            public HttpFields getHeaders() {
                return headers;
            }

            @Override
            public boolean isSecure() {
                return address.getScheme().equals("https");
            }
        };
    }
}
