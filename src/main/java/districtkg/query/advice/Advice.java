package districtkg.query.advice;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Advice for the writer of a query whose answer may be empty or misleading.
 *
 * @param kind the kind of advice
 * @param facts terms and literals by parameter name, as written in SPARQL; short, in the order of
 *     the names
 */
public record Advice(Kind kind, Map<String, String> facts) {
    /** Maximum length of the header value, in characters. */
    public static final int LONGEST = 1000;

    private static final int LONGEST_FACT = 160;
    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_PRINTABLE = '~';

    /** Kinds of advice. */
    public enum Kind {
        /** {@code term} does not exist; {@code nearest} do. */
        UNKNOWN_TERM,
        /**
         * The values of {@code property} differ from {@code written} in datatype or language;
         * {@code right} is an example.
         */
        WRONG_LITERAL,
        /** Values of {@code indicator} cannot be added {@code over} places, years or industries. */
        NOT_SUMMABLE,
        /** Values of {@code indicator} are for places one of which contains another. */
        OVERLAPPING_PLACES,
        /**
         * Values of {@code indicator} are for a whole and for a part of it: {@code over} things,
         * industries or periods.
         */
        OVERLAPPING_FIGURES,
        /**
         * Values of {@code indicator} that were promised and values that were reached are added.
         */
        PROMISED_AND_REACHED,
        /** Values of several indicators are added or averaged. */
        MIXED_INDICATORS,
        /**
         * Figures of {@code indicator} that several documents repeat are counted once for each
         * document.
         */
        REPEATED_FACTS,
        /** Rates or shares of {@code indicator} are averaged without weights. */
        UNWEIGHTED_AVERAGE;

        /** The name in the header: {@code unknown-term}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Copies the facts and truncates long ones. */
    public Advice {
        Map<String, String> kept = new TreeMap<>();
        facts.forEach((name, fact) -> kept.put(name, shortened(fact)));
        facts = Map.copyOf(kept);
    }

    /** Whether a part of the query matches nothing. */
    public boolean matchesNothing() {
        return kind == Kind.UNKNOWN_TERM || kind == Kind.WRONG_LITERAL;
    }

    /** The advice as a sentence of an error message, for a part that matches nothing. */
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
     * A list according to RFC 9651: {@code unknown-term;nearest=":year";term=":yeer"}. Non-ASCII
     * strings are Display Strings. Members beyond {@link #LONGEST} are omitted.
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
