package districtkg.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jetty.http.EtagUtils;

/**
 * Answers that were given before. An answer depends on the edition, on what was asked and on the
 * form that the client takes, and on nothing else; a new edition has no answers yet.
 */
final class Answers {
    private static final int OVERHEAD = 500;
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";

    /**
     * What an answer depends on.
     *
     * @param version of the edition
     * @param accept the forms that the client takes
     * @param parameters all of them, by name
     */
    record Key(String version, String accept, SortedMap<String, List<String>> parameters) {
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
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                parts().forEach(part -> add(digest, part));
                return WEAK + "\"" + HexFormat.of().formatHex(digest.digest(), 0, 12) + "\"";
            } catch (NoSuchAlgorithmException never) {
                throw new IllegalStateException(never);
            }
        }

        /** The length goes before, so that no part can pass for two. */
        private static void add(MessageDigest digest, String part) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }

        private Stream<String> parts() {
            return Stream.concat(
                    Stream.of(version, accept),
                    parameters.entrySet().stream()
                            .flatMap(
                                    one ->
                                            Stream.concat(
                                                    Stream.of(
                                                            one.getKey(),
                                                            Integer.toString(
                                                                    one.getValue().size())),
                                                    one.getValue().stream())));
        }

        private int size() {
            return parts().mapToInt(String::length).sum() * Character.BYTES;
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
                        .weigher((Key key, Kept answer) -> key.size() + answer.size())
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

    /**
     * What the answer to a request depends on; nothing where a part of it is not a parameter.
     *
     * @param parameters of the request
     */
    static Optional<Key> key(
            String version, HttpServletRequest request, Map<String, List<String>> parameters) {
        boolean known =
                request.getMethod().equals("GET")
                        || Objects.toString(request.getContentType(), "").startsWith(FORM_TYPE);
        return known
                ? Optional.of(
                        new Key(
                                version,
                                Objects.toString(request.getHeader("Accept"), ""),
                                new TreeMap<>(parameters)))
                : Optional.empty();
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
