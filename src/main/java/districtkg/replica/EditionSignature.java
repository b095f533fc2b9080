package districtkg.replica;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ed25519 signatures of published editions, with keys in PEM as {@code openssl genpkey -algorithm
 * ed25519} writes them.
 */
public final class EditionSignature {
    private static final String ALGORITHM = "Ed25519";
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private EditionSignature() {}

    /**
     * Reads a private key.
     *
     * @throws Problem if the file is none
     */
    public static PrivateKey privateKey(Path file) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(bytes(file, "PRIVATE KEY")));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw noKey(file, "private");
        }
    }

    /**
     * Reads a public key.
     *
     * @throws Problem if the file is none
     */
    public static PublicKey publicKey(Path file) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(bytes(file, "PUBLIC KEY")));
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw noKey(file, "public");
        }
    }

    private static byte[] bytes(Path file, String kind) {
        Matcher pem = PEM.matcher(TextFile.read(file));
        if (!pem.find() || !pem.group(1).equals(kind)) {
            throw new IllegalArgumentException("no " + kind);
        }
        return Base64.getMimeDecoder().decode(pem.group(2));
    }

    private static Problem noKey(Path file, String kind) {
        return new Problem(
                Fault.at(
                        Location.of(file),
                        "signing-key",
                        "the file is no " + kind + " Ed25519 key in PEM",
                        "make keys by  openssl genpkey -algorithm ed25519 -out private.pem  and  openssl pkey -in private.pem -pubout -out public.pem"));
    }

    /** The edition with its signature. */
    static PublishedEdition sign(PublishedEdition edition, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(edition.signedText().getBytes(StandardCharsets.UTF_8));
            return edition.signed(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether an edition has the signature of the owner of a key. */
    static boolean verifies(PublishedEdition edition, PublicKey key) {
        if (edition.signature() == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(edition.signedText().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(edition.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
