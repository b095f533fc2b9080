package districtkg.server;

import districtkg.jetty.TlsKeyStore;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Creates the connectors on which clients connect. */
public final class ConnectorFactory {
    private static final int AGGREGATED_OUTPUT = 8 * 1024;

    private ConnectorFactory() {}

    /** Creates a connector; the caller adds it to the server. */
    public static ServerConnector of(Server jetty, ServerSettings setup) {
        HttpConnectionFactory http = new HttpConnectionFactory(configuration(setup));
        ServerConnector connector =
                setup.tls()
                        .map(tls -> new ServerConnector(jetty, encrypted(jetty, tls), http))
                        .orElseGet(() -> new ServerConnector(jetty, http));
        connector.setHost(setup.host());
        connector.setPort(setup.port());
        return connector;
    }

    private static HttpConfiguration configuration(ServerSettings setup) {
        HttpConfiguration http = new HttpConfiguration();
        http.setOutputBufferSize(setup.tuning().buffer());
        http.setOutputAggregationSize(Math.min(AGGREGATED_OUTPUT, setup.tuning().buffer()));
        http.setSendServerVersion(false);
        setup.tls().ifPresent(tls -> http.addCustomizer(new SecureRequestCustomizer(false)));
        setup.proxies().customizers().forEach(http::addCustomizer);
        return http;
    }

    /** Reloads a renewed keystore without a restart. */
    private static SslConnectionFactory encrypted(Server jetty, TlsKeyStore tls) {
        SslContextFactory.Server factory = tls.factory();
        jetty.addBean(new KeyStoreScanner(factory));
        return new SslConnectionFactory(factory, "http/1.1");
    }
}
