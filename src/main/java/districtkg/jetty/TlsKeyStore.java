package districtkg.jetty;

import districtkg.problem.Fault;
import districtkg.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The key and certificates of a server in a PKCS #12 file. */
public final class TlsKeyStore {
    private final Path keystore;
    private final String password;

    private TlsKeyStore(Path keystore, String password) {
        this.keystore = keystore;
        this.password = password;
    }

    /**
     * Reads both files.
     *
     * @param password the file whose first line is the password of the keystore
     * @throws Problem if one cannot be read, or the password is wrong
     */
    public static TlsKeyStore of(Path keystore, Path password) {
        try {
            String word = Files.readString(password).lines().findFirst().orElse("");
            if (KeyStore.getInstance(keystore.toFile(), word.toCharArray()).size() == 0) {
                throw new KeyStoreEmpty();
            }
            return new TlsKeyStore(keystore, word);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new Problem(
                    Fault.of(
                            "tls-keystore",
                            "cannot open " + keystore + " with the password in " + password,
                            "name a PKCS #12 file with a key and its certificates, and the file that holds its password"));
        }
    }

    /**
     * The TLS settings of a server with the current certificate; reload replaces it while the
     * server runs.
     */
    public SslContextFactory.Server factory() {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setKeyStorePath(keystore.toUri().toString());
        factory.setKeyStorePassword(password);
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        factory.setRenegotiationAllowed(false);
        return factory;
    }

    private static final class KeyStoreEmpty extends GeneralSecurityException {
        @java.io.Serial private static final long serialVersionUID = 1;
    }
}
