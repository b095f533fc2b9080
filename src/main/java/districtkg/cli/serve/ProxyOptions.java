package districtkg.cli.serve;

import districtkg.jetty.TrustedProxies;
import districtkg.server.ServerSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for reverse proxies. */
final class ProxyOptions {
    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            split = ",",
            description =
                    "proxies whose X-Forwarded-* and Forwarded headers are accepted, as addresses or ranges: 127.0.0.1,10.0.0.0/8 (default: none)")
    private List<String> trusted = List.of();

    @Option(
            names = "--public-address",
            paramLabel = "URL",
            description =
                    "base address of links, such as https://data.example.org/ (default: the address that the client used)")
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
