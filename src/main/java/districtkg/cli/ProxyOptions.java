package districtkg.cli;

import districtkg.jetty.TrustedProxies;
import districtkg.server.ServerSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What stands between clients and the server. */
final class ProxyOptions {
    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            split = ",",
            description =
                    "proxies that say who the client is (X-Forwarded-For, Forwarded), as addresses or ranges: 127.0.0.1,10.0.0.0/8; none unless named here")
    private List<String> trusted = List.of();

    @Option(
            names = "--public-address",
            paramLabel = "URL",
            description =
                    "what links begin with, such as https://data.example.org/ (default: what the client asked for)")
    private Optional<URI> publicAddress = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    ServerSettings in(ServerSettings setup) {
        try {
            return setup.with(new TrustedProxies(trusted, publicAddress));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command.commandLine(), wrong.getMessage(), wrong);
        }
    }
}
