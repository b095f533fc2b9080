package districtkg.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.EtagUtils;

/**
 * Answers that were given before. An answer depends on the edition, on what was asked and on the
 * form that the client takes, and on nothing else; a new edition has no answers yet.
 */
final class Answers {
    private static final int OVERHEAD = 500;
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";

    /** Functions that give something else each time. */
    private static final Pattern CHANGING =
            Pattern.compile("\\b(NOW|RAND|UUID|STRUUID|BNODE)\\s*\\(", Pattern.CASE_INSENSITIVE);

    /**
     * What an answer depends on.
     *
     * @param asked the edition, the form and all parameters, in a text
     */
    record Key(String asked) {
        private static final String WEAK = "W/";

        /** Whether a name of a client's copy is the name of this answer. */
        boolean names(String copy) {
            return EtagUtils.matches(strong(tag()), strong(copy.strip()));
        }

        private static String strong(String tag) {
            return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
        }

        /** The name of this answer, for clients that keep it (RFC 9110). */
        String tag() {
            try {
                byte[] digest =
                        MessageDigest.getInstance("SHA-256")
                                .digest(asked.getBytes(StandardCharsets.UTF_8));
                return WEAK + "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
            } catch (NoSuchAlgorithmException never) {
                throw new IllegalStateException(never);
            }
        }
    }

    /** An answer. */
    static final class Kept {
        private final String type;
        private final byte[] body;

        /**
         * @param type its media type
         * @param body its bytes; not to be changed
         */
        Kept(String type, byte[] body) {
            this.type = type;
            this.body = body;
        }

        void send(HttpServletResponse response) throws IOException {
            response.setContentType(type);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }

        private int size() {
            return body.length + OVERHEAD;
        }
    }

    private final Cache<Key, Kept> kept;
    private final boolean keeping;

    /**
     * @param bytes how many are kept; 0 for none
     */
    Answers(long bytes, MeterRegistry meters) {
        this.keeping = bytes > 0;
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .weigher((Key key, Kept answer) -> key.asked().length() * 2 + answer.size())
                        .recordStats()
                        .build();
        FunctionCounter.builder("districtkg.answers", kept, cache -> cache.stats().hitCount())
                .tag("kept", "true")
                .description("answers to queries that were kept, and those that were not")
                .register(meters);
        FunctionCounter.builder("districtkg.answers", kept, cache -> cache.stats().missCount())
                .tag("kept", "false")
                .register(meters);
    }

    /** What the answer to a request depends on; nothing where it may be another each time. */
    static Optional<Key> key(String version, HttpServletRequest request) {
        boolean known =
                request.getMethod().equals("GET")
                        || Optional.ofNullable(request.getContentType())
                                .filter(type -> type.startsWith(FORM_TYPE))
                                .isPresent();
        String query = request.getParameter("query");
        if (!known || query == null || CHANGING.matcher(query).find()) {
            return Optional.empty();
        }
        String parameters =
                new TreeMap<>(request.getParameterMap())
                        .entrySet().stream()
                                .map(Answers::written)
                                .collect(Collectors.joining("\u0000"));
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return Optional.of(new Key(String.join("\u0000", List.of(version, accept, parameters))));
    }

    private static String written(Map.Entry<String, String[]> parameter) {
        return parameter.getKey() + "\u0001" + String.join("\u0001", parameter.getValue());
    }

    Optional<Kept> find(Key key) {
        return Optional.ofNullable(kept.getIfPresent(key));
    }

    void keep(Key key, Kept answer) {
        if (keeping) {
            kept.put(key, answer);
        }
    }

    /** Forgets all, as their edition is no longer served. */
    void forget() {
        kept.invalidateAll();
    }
}
