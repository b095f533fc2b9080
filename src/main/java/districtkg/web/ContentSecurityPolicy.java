package districtkg.web;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The Content Security Policy of a page: our files, inline scripts by hash, and styles with a
 * nonce. Pages without such styles have the same bytes each time.
 */
final class ContentSecurityPolicy {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Set<String> scripts = new TreeSet<>();
    private Optional<String> nonce = Optional.empty();

    /** The header value of a picture that uses one style and nothing else. */
    static String ofPicture(String style) {
        return "default-src 'none'; style-src 'sha256-"
                + digest(style)
                + "'; frame-ancestors 'none'; sandbox";
    }

    private static String digest(String text) {
        return Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
    }

    /** Allows an inline script, and returns it. */
    String script(String text) {
        scripts.add(" 'sha256-" + digest(text) + "'");
        return text;
    }

    /** The nonce of this response, for styles that a script inserts. */
    String nonce() {
        if (nonce.isEmpty()) {
            byte[] bytes = new byte[16];
            RANDOM.nextBytes(bytes);
            nonce = Optional.of(Base64.getEncoder().encodeToString(bytes));
        }
        return nonce.orElseThrow();
    }

    /** Whether the page must not be cached, because it contains a nonce. */
    boolean once() {
        return nonce.isPresent();
    }

    /**
     * The header value: nothing from other hosts except images.
     *
     * @param images allowed origin of images; empty for none
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
