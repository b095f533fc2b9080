package districtkg.cli.serve;

import districtkg.jetty.TlsKeyStore;
import districtkg.server.ServerSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Options of TLS. */
final class TlsOptions {
    @ArgGroup(exclusive = false)
    private @Nullable Files files;

    private static final class Files {
        @Option(
                names = "--tls-keystore",
                paramLabel = "FILE",
                required = true,
                description = "serves HTTPS with the key and certificates of a PKCS #12 file")
        private Path keystore = Path.of("");

        @Option(
                names = "--tls-password-file",
                paramLabel = "FILE",
                required = true,
                description = "file whose first line is the password of the keystore")
        private Path password = Path.of("");
    }

    ServerSettings in(ServerSettings setup) {
        return files == null ? setup : setup.with(TlsKeyStore.of(files.keystore, files.password));
    }
}
