package districtkg.cli.serve;

import districtkg.limit.Limits;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options for the limits of requests. The default is {@link Limits#DEFAULT}. */
final class LimitOptions {
    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            description = "maximum run time of a query, such as 10s or 2m (default: 10s)",
            converter = Time.class)
    private @Nullable Duration time;

    @Option(
            names = "--max-query",
            paramLabel = "SIZE",
            description = "maximum characters of a query (default: 64k)",
            converter = Size.class)
    private @Nullable Long queryLength;

    @Option(
            names = "--max-body",
            paramLabel = "SIZE",
            description = "maximum bytes of a request body (default: 1M)",
            converter = Size.class)
    private @Nullable Long body;

    @Option(
            names = "--max-header",
            paramLabel = "SIZE",
            description = "maximum bytes of address and headers of a request (default: 32k)",
            converter = Size.class)
    private @Nullable Long header;

    @Option(
            names = "--max-answer",
            paramLabel = "SIZE",
            description = "maximum bytes of an answer to a query (default: 64M)",
            converter = Size.class)
    private @Nullable Long answer;

    @Option(
            names = "--answer-buffer",
            paramLabel = "SIZE",
            description =
                    "bytes of an answer that are buffered before the first is sent (default: 1M)",
            converter = Size.class)
    private @Nullable Long buffer;

    @Option(
            names = "--max-queries",
            paramLabel = "N",
            description = "maximum concurrent queries (default: two per processor, at least 4)")
    private @Nullable Integer queries;

    @Option(
            names = "--max-queries-per-client",
            paramLabel = "N",
            description = "maximum concurrent queries of one client (default: half of all)")
    private @Nullable Integer queriesPerClient;

    @Option(
            names = "--max-waiting",
            paramLabel = "N",
            description = "maximum queued queries (default: 64)")
    private @Nullable Integer waiting;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            description = "maximum time of a query in the queue (default: 5s)",
            converter = Time.class)
    private @Nullable Duration patience;

    @Option(
            names = "--max-rate",
            paramLabel = "N",
            description = "maximum requests per second of one client; 0 for no limit (default: 0)")
    private @Nullable Integer rate;

    @Option(
            names = "--max-connections-per-client",
            paramLabel = "N",
            description = "maximum connections of one client; 0 for no limit (default: 100)")
    private @Nullable Integer connections;

    @Option(
            names = "--slowest",
            paramLabel = "TIME",
            description =
                    "maximum time for a client to send a request or to read an answer (default: 30s)",
            converter = Time.class)
    private @Nullable Duration pace;

    @Option(
            names = "--max-memory",
            paramLabel = "PERCENT",
            description =
                    "percentage of the heap in use above which the query that allocated most is stopped (default: 80)")
    private @Nullable Integer memory;

    @Option(
            names = "--max-held",
            paramLabel = "SIZE",
            description =
                    "maximum bytes of stored rows and groups of one query (default: an eighth of the heap)",
            converter = Size.class)
    private @Nullable Long held;

    @Option(
            names = "--change-limit",
            paramLabel = "TIME",
            description =
                    "maximum time to validate and derive a document that is written (default: 60s)",
            converter = Time.class)
    private @Nullable Duration change;

    /**
     * @throws IllegalArgumentException if a value is not a valid limit
     */
    Limits limits() {
        Limits given = Limits.DEFAULT;
        int all = or(queries, given.queries());
        return new Limits(
                or(time, given.time()),
                Math.toIntExact(or(queryLength, (long) given.queryLength())),
                or(body, given.body()),
                Math.toIntExact(or(header, (long) given.header())),
                or(answer, given.answer()),
                Math.toIntExact(or(buffer, (long) given.buffer())),
                all,
                or(queriesPerClient, Math.max(1, all / 2)),
                or(waiting, given.waiting()),
                or(patience, given.patience()),
                or(rate, given.requestsPerClient()),
                or(connections, given.connectionsPerClient()),
                or(pace, given.pace()),
                or(memory, given.memory()),
                or(held, given.held()),
                or(change, given.change()));
    }

    private static <T> T or(@Nullable T named, T given) {
        return Optional.ofNullable(named).orElse(given);
    }

    /** {@code 500ms}, {@code 10s}, {@code 2m}. */
    static final class Time implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m)");

        @Override
        public Duration convert(String word) {
            Matcher parts = FORM.matcher(word);
            if (!parts.matches()) {
                throw new TypeConversionException("write a time such as 500ms, 10s or 2m");
            }
            long count = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                default -> Duration.ofMinutes(count);
            };
        }
    }

    /** {@code 65536}, {@code 64k}, {@code 1M}. */
    static final class Size implements ITypeConverter<Long> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,9})([kmg]?)");

        @Override
        public Long convert(String word) {
            Matcher parts = FORM.matcher(word.toLowerCase(Locale.ROOT));
            if (!parts.matches()) {
                throw new TypeConversionException("write a size such as 65536, 64k or 1M");
            }
            long count = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "k" -> count << 10;
                case "m" -> count << 20;
                case "g" -> count << 30;
                default -> count;
            };
        }
    }
}
