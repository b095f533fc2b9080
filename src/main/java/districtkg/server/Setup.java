package districtkg.server;

import districtkg.limit.Limits;
import districtkg.web.Settings;
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
public record Setup(
        String host,
        int port,
        Settings pages,
        Limits limits,
        Tuning tuning,
        Optional<Tls> tls,
        Proxies proxies,
        Optional<Admin.Address> admin,
        Optional<AccessLog.Form> log,
        Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Plain, and as safe as it can be. */
    public static Setup at(String host, int port) {
        return new Setup(
                host,
                port,
                Settings.NONE,
                Limits.DEFAULT,
                Tuning.DEFAULT,
                Optional.empty(),
                Proxies.NONE,
                Optional.empty(),
                Optional.empty(),
                PATIENCE);
    }

    public Setup with(Settings other) {
        return SetupBuilder.builder(this).pages(other).build();
    }

    public Setup with(Limits other) {
        return SetupBuilder.builder(this).limits(other).build();
    }

    public Setup with(Tuning other) {
        return SetupBuilder.builder(this).tuning(other).build();
    }

    public Setup with(Tls other) {
        return SetupBuilder.builder(this).tls(Optional.of(other)).build();
    }

    public Setup with(Proxies other) {
        return SetupBuilder.builder(this).proxies(other).build();
    }

    public Setup with(Admin.Address other) {
        return SetupBuilder.builder(this).admin(Optional.of(other)).build();
    }

    public Setup with(AccessLog.Form other) {
        return SetupBuilder.builder(this).log(Optional.of(other)).build();
    }

    public Setup with(Duration other) {
        return SetupBuilder.builder(this).patience(other).build();
    }
}
