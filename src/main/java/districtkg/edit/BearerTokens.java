package districtkg.edit;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The tokens that allow writing. The file has one line per token, {@code name token}; lines that
 * begin with {@code #} are comments. Only digests of the tokens are stored. Thread-safe.
 */
public final class BearerTokens {
    private static final Pattern LINE =
            Pattern.compile("([\\p{L}\\p{N}._-]{1,60})\\s+([A-Za-z0-9._~+/-]{32,}=*)");
    private static final Set<PosixFilePermission> TOO_OPEN =
            EnumSet.of(
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.GROUP_WRITE);

    private final Path file;
    private volatile List<Holder> holders;

    private record Holder(String name, String digest) {}

    private BearerTokens(Path file) {
        this.file = file;
        this.holders = holders(file);
    }

    /**
     * Reads a file of tokens.
     *
     * @throws Problem if it cannot be read, has unsafe permissions, or contains no valid token
     */
    public static BearerTokens in(Path file) {
        return new BearerTokens(file);
    }

    /**
     * Reads the file again, so that removed tokens become invalid.
     *
     * @throws Problem as in {@link #in}; the tokens do not change then
     */
    public void reread() {
        holders = holders(file);
    }

    /**
     * The name of the holder of a token; empty for an unknown token. Takes the same time for every
     * token.
     */
    public Optional<String> holder(String token) {
        byte[] digest = digest(token).getBytes(StandardCharsets.US_ASCII);
        Optional<String> found = Optional.empty();
        for (Holder holder : holders) {
            if (MessageDigest.isEqual(
                    digest, holder.digest().getBytes(StandardCharsets.US_ASCII))) {
                found = Optional.of(holder.name());
            }
        }
        return found;
    }

    private static List<Holder> holders(Path file) {
        List<String> lines = lines(file);
        List<Holder> holders = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            Matcher read = LINE.matcher(line);
            if (read.matches()) {
                holders.add(new Holder(read.group(1), digest(read.group(2))));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                faults.add(
                        Fault.at(
                                Location.of(file, at + 1L),
                                "bad-token",
                                "the line is not a name and a token of at least 32 characters",
                                "make a token with  openssl rand -hex 32  and write  NAME TOKEN"));
            }
        }
        if (holders.isEmpty() && faults.isEmpty()) {
            faults.add(
                    Fault.at(
                            Location.of(file),
                            "no-tokens",
                            "the file holds no token, so nobody could write",
                            "make a token with  openssl rand -hex 32  and write  NAME TOKEN"));
        }
        if (!faults.isEmpty()) {
            throw new Problem(faults);
        }
        return List.copyOf(holders);
    }

    private static List<String> lines(Path file) {
        try {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (view != null
                    && view.readAttributes().permissions().stream().anyMatch(TOO_OPEN::contains)) {
                throw new Problem(
                        Fault.at(
                                Location.of(file),
                                "tokens-open",
                                "others on this machine can read or change the tokens",
                                "run  chmod 600 " + file + "  and make new tokens"));
            }
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new Problem(
                    Fault.at(
                            Location.of(file),
                            "tokens-unreadable",
                            "the file of tokens cannot be read",
                            "name a file that exists, in UTF-8, that the server may read"));
        }
    }

    private static String digest(String token) {
        return DigestUtils.sha256Hex(token);
    }
}
