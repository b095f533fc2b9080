package districtkg.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.QuotedCSV;

/**
 * The values that a client accepts, with their quality (RFC 9110, section 12). Malformed parts are
 * ignored; a header without any valid part is the same as no header.
 *
 * @param ranges in the order of the header
 */
public record Accept(List<Range> ranges) {
    private static final Pattern QUALITY =
            Pattern.compile(";q=([01](?:\\.[0-9]{0,3})?)(?:;.*)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]+");

    /**
     * One range.
     *
     * @param name in lower case, without parameters: {@code text/*}, {@code zh-hans}
     * @param quality from 0, not acceptable, to 1
     */
    public record Range(String name, double quality) {
        /** How specific the range is: a type is more specific than a wildcard. */
        private int precision() {
            return name.startsWith("*") ? 0 : name.endsWith("/*") ? 1 : 2;
        }

        private boolean holds(String type) {
            return switch (precision()) {
                case 0 -> true;
                case 1 -> type.startsWith(name.substring(0, name.length() - 1));
                default -> type.equals(name);
            };
        }
    }

    /** Parses a header; malformed parts are ignored. */
    public static Accept of(String header) {
        return new Accept(items(header).stream().flatMap(one -> range(one).stream()).toList());
    }

    /** The members of a list header; empty if quotes are not closed. */
    static List<String> items(String header) {
        try {
            return new QuotedCSV(true, header).getValues();
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    /**
     * The media type with the highest quality, the first one of equals; empty if none is
     * acceptable.
     */
    public Optional<String> best(List<String> types) {
        if (ranges.isEmpty()) {
            return types.stream().findFirst();
        }
        return types.stream()
                .filter(type -> quality(type) > 0)
                .reduce((one, other) -> quality(other) > quality(one) ? other : one);
    }

    /** The quality of a media type, by the most specific range. */
    private double quality(String type) {
        return ranges.stream()
                .filter(range -> range.holds(type))
                .max(Comparator.comparingInt(Range::precision).thenComparing(Range::quality))
                .map(Range::quality)
                .orElse(0.0);
    }

    private static Optional<Range> range(String written) {
        String name = written.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
        boolean readable = List.of(name.split("/", -1)).stream().allMatch(NAME.asMatchPredicate());
        if (!readable) {
            return Optional.empty();
        }
        if (!written.toLowerCase(Locale.ROOT).contains(";q=")) {
            return Optional.of(new Range(name, 1));
        }
        Matcher quality = QUALITY.matcher(written);
        return quality.find()
                ? Optional.of(new Range(name, Math.min(1, Double.parseDouble(quality.group(1)))))
                : Optional.empty();
    }
}
