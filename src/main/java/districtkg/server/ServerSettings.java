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
 * What whoever runs a server decides about it.
 *
 * @param host the address to listen at, {@code 127.0.0.1} unless the world may reach it
 * @param port 0 for any that is free
 * @param pages of the pages
 * @param limits how much clients may ask
 * @param tuning what makes it fast
 * @param tls how connections are encrypted; nothing where they are plain
 * @param proxies who may speak for clients
 * @param admin where metrics are, and reloading; nothing for nowhere
 * @param log where each request leaves a line; nothing for nowhere
 * @param patience how long running requests may take to end when the server stops
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
        Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Plain, and as safe as it can be. */
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
                PATIENCE);
    }

    public ServerSettings with(PageSettings other) {
        return ServerSettingsBuilder.builder(this).pages(other).build();
    }

    public ServerSettings with(Limits other) {
        return ServerSettingsBuilder.builder(this).limits(other).build();
    }

    public ServerSettings with(PerformanceSettings other) {
        return ServerSettingsBuilder.builder(this).tuning(other).build();
    }

    public ServerSettings with(TlsKeyStore other) {
        return ServerSettingsBuilder.builder(this).tls(Optional.of(other)).build();
    }

    public ServerSettings with(TrustedProxies other) {
        return ServerSettingsBuilder.builder(this).proxies(other).build();
    }

    public ServerSettings with(AdminServer.Address other) {
        return ServerSettingsBuilder.builder(this).admin(Optional.of(other)).build();
    }

    public ServerSettings with(AccessLog.Form other) {
        return ServerSettingsBuilder.builder(this).log(Optional.of(other)).build();
    }

    public ServerSettings with(Duration other) {
        return ServerSettingsBuilder.builder(this).patience(other).build();
    }
}
