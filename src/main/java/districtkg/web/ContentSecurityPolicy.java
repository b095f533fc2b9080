package districtkg.web;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a page may run: our files, scripts in the page that we name by their digest, and styles that
 * carry a word made for this one answer. Pages without such styles are the same bytes every time.
 */
final class ContentSecurityPolicy {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Set<String> scripts = new TreeSet<>();
    private Optional<String> nonce = Optional.empty();

    /** Lets a script run that stands in the page, and returns it. */
    String script(String text) {
        String digest = Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
        scripts.add(" 'sha256-" + digest + "'");
        return text;
    }

    /** The word of this answer, for styles that a script writes. */
    String nonce() {
        if (nonce.isEmpty()) {
            byte[] bytes = new byte[16];
            RANDOM.nextBytes(bytes);
            nonce = Optional.of(Base64.getEncoder().encodeToString(bytes));
        }
        return nonce.orElseThrow();
    }

    /** Whether the page must not be kept, because it holds a word that only this answer may use. */
    boolean once() {
        return nonce.isPresent();
    }

    /**
     * The header: nothing from other hosts but images.
     *
     * @param images where from besides; empty for nowhere
     */
    String header(String images) {
        return "default-src 'none'; script-src 'self'"
                + String.join("", scripts)
                + "; style-src 'self'"
                + nonce.map(word -> " 'nonce-" + word + "'").orElse("")
                + "; img-src 'self' data: "
                + images
                + "; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
