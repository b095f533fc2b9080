package districtkg.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Answers that were given before. An answer depends on the edition, on what was asked and on the
 * form that the client takes, and on nothing else; a new edition has no answers yet.
 */
public final class ResponseCache {
    /** Says what the writer of a query should know; see docs/limits.md. */
    public static final String ADVICE = "Query-Advice";

    private static final int OVERHEAD = 500;
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";

    /**
     * What an answer depends on.
     *
     * @param text the version of the edition, the forms that the client takes, and all parameters
     *     by name; the length of each part goes before it, so that none can pass for two
     * @param tag the name of this answer, for clients that keep it; it hides nothing
     */
    public record Key(String text, String tag) {
        private Key(String text) {
            this(text, tag(text));
        }

        private static String tag(String text) {
            long[] hash = MurmurHash3.hash128x64(text.getBytes(StandardCharsets.UTF_8));
            HexFormat digits = HexFormat.of();
            return "W/\"" + digits.toHexDigits(hash[0]) + digits.toHexDigits(hash[1]) + '"';
        }

        /** So that a client can ask whether its copy is still the answer. */
        public void name(HttpServletResponse response) {
            response.setHeader("ETag", tag);
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("Vary", "Accept");
        }

        private int size() {
            return text.length() * Character.BYTES;
        }
    }

    /** An answer. */
    public static final class Kept {
        private final String type;
        private final String advice;
        private final byte[] body;

        /**
         * @param type its media type
         * @param advice the header that goes with it; empty for none
         * @param body its bytes; not to be changed
         */
        public Kept(String type, String advice, byte[] body) {
            this.type = type;
            this.advice = advice;
            this.body = body;
        }

        public void send(HttpServletResponse response) throws IOException {
            response.setContentType(type);
            advise(response, advice);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }

        private int size() {
            return body.length + advice.length() + OVERHEAD;
        }
    }

    private final Cache<Key, Kept> kept;
    private final boolean keeping;

    /**
     * @param bytes how many are kept; 0 for none
     */
    public ResponseCache(long bytes, MeterRegistry meters) {
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
    public static Optional<Key> key(
            String version,
            HttpServletRequest request,
            SortedMap<String, List<String>> parameters) {
        boolean known =
                request.getMethod().equals("GET")
                        || Objects.toString(request.getContentType(), "").startsWith(FORM_TYPE);
        return known
                ? Optional.of(
                        new Key(
                                text(
                                        version,
                                        Objects.toString(request.getHeader("Accept"), ""),
                                        parameters)))
                : Optional.empty();
    }

    private static String text(
            String version, String accept, SortedMap<String, List<String>> parameters) {
        StringBuilder text = new StringBuilder();
        add(text, version);
        add(text, accept);
        parameters.forEach(
                (name, values) -> {
                    add(text, name);
                    text.append(values.size()).append(' ');
                    values.forEach(value -> add(text, value));
                });
        return text.toString();
    }

    private static void add(StringBuilder text, String part) {
        text.append(part.length()).append(' ').append(part);
    }

    static void advise(HttpServletResponse response, String advice) {
        if (!advice.isEmpty()) {
            response.setHeader(ADVICE, advice);
        }
    }

    public Optional<Kept> find(Key key) {
        return Optional.ofNullable(kept.getIfPresent(key));
    }

    public void keep(Key key, Kept answer) {
        if (keeping) {
            kept.put(key, answer);
        }
    }

    /** Forgets all, as their edition is no longer served. */
    public void forget() {
        kept.invalidateAll();
    }
}
