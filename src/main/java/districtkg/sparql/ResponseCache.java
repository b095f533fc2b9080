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
import java.util.Set;
import java.util.SortedMap;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Cache of responses. A response depends on the edition, the query and the accepted formats, and on
 * nothing else. Each edition has its own cache. Thread-safe.
 */
public final class ResponseCache {
    /** The header with advice for the writer of a query; see docs/limits.md. */
    public static final String ADVICE = "Query-Advice";

    private static final int OVERHEAD = 500;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";

    /**
     * The key of a response.
     *
     * @param text the version of the edition, the accepted formats, and all parameters by name;
     *     each part is preceded by its length, so that different keys cannot have the same text
     * @param tag the ETag of the response
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

        /** Sets the ETag, so that the client can revalidate its copy. */
        public void name(HttpServletResponse response) {
            response.setHeader("ETag", tag);
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("Vary", "Accept");
        }

        private int size() {
            return text.length() * Character.BYTES;
        }
    }

    /** A cached response. */
    public static final class Kept {
        private final String type;
        private final String advice;
        private final byte[] body;

        /**
         * A response that is complete.
         *
         * @param type its media type
         * @param advice the header with advice; empty for none
         * @param body its bytes; the caller does not change them
         */
        public Kept(String type, String advice, byte[] body) {
            this.type = type;
            this.advice = advice;
            this.body = body;
        }

        /** Sends the response, with its headers. */
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
     * An empty cache that reports hits and misses.
     *
     * @param bytes maximum size of the cache; 0 for no caching
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
     * The key of a request; empty if the request depends on something other than its parameters.
     *
     * @param parameters of the request
     */
    public static Optional<Key> key(
            String version,
            HttpServletRequest request,
            SortedMap<String, List<String>> parameters) {
        boolean known =
                READING.contains(request.getMethod())
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

    /** The cached response of a key; empty if there is none. */
    public Optional<Kept> find(Key key) {
        return Optional.ofNullable(kept.getIfPresent(key));
    }

    /** Caches a response, unless caching is off. */
    public void keep(Key key, Kept answer) {
        if (keeping) {
            kept.put(key, answer);
        }
    }

    /** Removes all entries, when their edition is no longer served. */
    public void forget() {
        kept.invalidateAll();
    }
}
