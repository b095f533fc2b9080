package districtkg.server;

import districtkg.jetty.AccessLog;
import districtkg.jetty.TlsKeyStore;
import districtkg.jetty.TrustedProxies;
import districtkg.limit.Limits;
import districtkg.snapshot.PerformanceSettings;
import districtkg.web.PageSettings;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Optional;

/**
 * All settings of a server.
 *
 * @param host the address to listen on, {@code 127.0.0.1} for this machine only
 * @param port 0 for any free port
 * @param pages settings of the pages
 * @param limits limits of requests
 * @param tuning performance settings
 * @param tls keystore of encrypted connections; empty for plain HTTP
 * @param proxies addresses of trusted proxies
 * @param admin address of the administration port; empty for none
 * @param log where the access log is written; empty for nowhere
 * @param patience how long running requests may take to finish when the server stops
 * @param drain how long the server still answers after it says that it is not ready
 */
@RecordBuilder
public record ServerSettings(
        String host,
        int port,
        PageSettings pages,
        Limits limits,
        PerformanceSettings tuning,
        Optional<TlsKeyStore> tls,
        TrustedProxies proxies,
        Optional<AdminServer.Address> admin,
        Optional<AccessLog.Form> log,
        Duration patience,
        Duration drain) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Plain HTTP with default limits. */
    public static ServerSettings at(String host, int port) {
        return new ServerSettings(
                host,
                port,
                PageSettings.NONE,
                Limits.DEFAULT,
                PerformanceSettings.DEFAULT,
                Optional.empty(),
                TrustedProxies.NONE,
                Optional.empty(),
                Optional.empty(),
                PATIENCE,
                Duration.ZERO);
    }

    /** A copy with other settings of pages. */
    public ServerSettings with(PageSettings other) {
        return ServerSettingsBuilder.builder(this).pages(other).build();
    }

    /** A copy with other limits. */
    public ServerSettings with(Limits other) {
        return ServerSettingsBuilder.builder(this).limits(other).build();
    }

    /** A copy with other performance settings. */
    public ServerSettings with(PerformanceSettings other) {
        return ServerSettingsBuilder.builder(this).tuning(other).build();
    }

    /** A copy with other keys, for encrypted connections. */
    public ServerSettings with(TlsKeyStore other) {
        return ServerSettingsBuilder.builder(this).tls(Optional.of(other)).build();
    }

    /** A copy with other trusted proxies. */
    public ServerSettings with(TrustedProxies other) {
        return ServerSettingsBuilder.builder(this).proxies(other).build();
    }

    /** A copy with other address of the administration port. */
    public ServerSettings with(AdminServer.Address other) {
        return ServerSettingsBuilder.builder(this).admin(Optional.of(other)).build();
    }

    /** A copy with other settings of the access log. */
    public ServerSettings with(AccessLog.Form other) {
        return ServerSettingsBuilder.builder(this).log(Optional.of(other)).build();
    }

    /** A copy with other time for running requests to finish. */
    public ServerSettings with(Duration other) {
        return ServerSettingsBuilder.builder(this).patience(other).build();
    }

    /** A copy that still answers for a time after it says that it is not ready. */
    public ServerSettings draining(Duration time) {
        return ServerSettingsBuilder.builder(this).drain(time).build();
    }
}
