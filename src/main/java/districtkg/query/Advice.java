package districtkg.query;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the writer of a query should know of its answer, which may be empty or mislead.
 *
 * @param kind what it is about
 * @param facts terms and literals by name, as SPARQL writes them; short, in the order of the names
 */
public record Advice(Kind kind, Map<String, String> facts) {
    /** The longest value of a header with advice, in characters. */
    public static final int LONGEST = 1000;

    private static final int LONGEST_FACT = 160;
    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_PRINTABLE = '~';

    /** What advice there is. */
    public enum Kind {
        /** {@code term} does not exist; {@code nearest} do. */
        UNKNOWN_TERM,
        /** No value of {@code property} is like {@code written}; {@code right} is one. */
        WRONG_LITERAL,
        /** Values of {@code indicator} do not add up {@code over} places, years or industries. */
        NOT_SUMMABLE,
        /** Values of {@code indicator} are told of places of which one lies in another. */
        OVERLAPPING_PLACES,
        /** Values of several indicators are added or averaged. */
        MIXED_INDICATORS,
        /** Figures of {@code indicator} that several documents tell alike are counted each time. */
        REPEATED_FACTS,
        /** Rates or shares of {@code indicator} are averaged without weights. */
        UNWEIGHTED_AVERAGE;

        /** The name in headers: {@code unknown-term}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Copies the facts and shortens those that are long. */
    public Advice {
        Map<String, String> kept = new TreeMap<>();
        facts.forEach((name, fact) -> kept.put(name, shortened(fact)));
        facts = Map.copyOf(kept);
    }

    /** Whether the part of the query that it is about matches nothing. */
    public boolean matchesNothing() {
        return kind == Kind.UNKNOWN_TERM || kind == Kind.WRONG_LITERAL;
    }

    /** What is wrong with a part that matches nothing, as refusals say it. */
    String sentence() {
        return kind == Kind.UNKNOWN_TERM
                ? "there is no " + facts.get("term") + "; nearest: " + facts.get("nearest")
                : "no value of "
                        + facts.get("property")
                        + " is like "
                        + facts.get("written")
                        + "; write "
                        + facts.get("right");
    }

    /**
     * A list of RFC 9651: {@code unknown-term;nearest=":year";term=":yeer"}. Strings that are not
     * ASCII are Display Strings. What would make it longer than {@link #LONGEST} is left out.
     */
    public static String header(List<Advice> advice) {
        StringBuilder header = new StringBuilder();
        for (Advice one : advice) {
            String item =
                    one.kind.code()
                            + new TreeMap<>(one.facts)
                                    .entrySet().stream()
                                            .map(
                                                    fact ->
                                                            ";"
                                                                    + fact.getKey()
                                                                    + "="
                                                                    + string(fact.getValue()))
                                            .collect(Collectors.joining());
            if (header.length() + item.length() + 2 <= LONGEST) {
                header.append(header.isEmpty() ? "" : ", ").append(item);
            }
        }
        return header.toString();
    }

    private static String string(String text) {
        return text.chars().allMatch(one -> one >= FIRST_PRINTABLE && one <= LAST_PRINTABLE)
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : displayString(text);
    }

    private static String displayString(String text) {
        StringBuilder coded = new StringBuilder("%\"");
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            if (one >= FIRST_PRINTABLE && one <= LAST_PRINTABLE && one != '%' && one != '"') {
                coded.append((char) one);
            } else {
                coded.append('%').append(HexFormat.of().toHexDigits(one));
            }
        }
        return coded.append('"').toString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_FACT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_FACT / 2)) + "…";
    }
}
