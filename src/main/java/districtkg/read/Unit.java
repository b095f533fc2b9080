package districtkg.read;

import districtkg.lexicon.Lexicon;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A unit or a measure word, a row of {@code units.tsv}.
 *
 * @param printed as a report prints it after a number, without 万 or 亿
 * @param base the unit that its values are kept in
 * @param factor how many of the base unit it is
 * @param form what kind of figure it makes
 * @param not a pattern of what must not follow it; empty where all may
 */
public record Unit(String printed, String base, BigDecimal factor, Form form, String not) {
    /** Kinds of figures, by their units. */
    public enum Form {
        AMOUNT,
        COUNT,
        PERCENT,
        POINTS,
        TIMES,
        TIME,
        RANK,
        STREAK
    }

    static final Map<String, Unit> ALL =
            Lexicon.beside(Unit.class, "units.tsv").rows().stream()
                    .map(
                            row ->
                                    new Unit(
                                            row.get("unit"),
                                            row.get("base"),
                                            new BigDecimal(row.get("factor")),
                                            Form.valueOf(row.get("form")),
                                            row.get("not")))
                    .collect(Collectors.toMap(Unit::printed, Function.identity()));

    /** The unit that a report prints so. */
    static Optional<Unit> printedAs(String words) {
        return Optional.ofNullable(ALL.get(words));
    }

    /**
     * How many of its base unit a printed unit with its scale is: 10,000 for 万人, 1 for an unknown
     * one.
     */
    static BigDecimal factor(String printed) {
        String rest = withoutScale(printed);
        BigDecimal factor = BigDecimal.ONE;
        for (int at = 0; at < printed.length() - rest.length(); at++) {
            factor =
                    factor.multiply(
                            BigDecimal.valueOf(
                                    switch (printed.charAt(at)) {
                                        case '万' -> 10_000L;
                                        case '亿' -> 100_000_000L;
                                        case '千' -> 1000L;
                                        default -> 100L;
                                    }));
        }
        return printedAs(rest).map(Unit::factor).orElse(BigDecimal.ONE).multiply(factor);
    }

    /** The base unit of a printed unit with its scale: 人 for 万人; itself for an unknown one. */
    static String base(String printed) {
        String rest = withoutScale(printed);
        return printedAs(rest).map(Unit::base).orElse(rest);
    }

    private static String withoutScale(String printed) {
        String rest = printed;
        while (!ALL.containsKey(rest) && !rest.isEmpty() && "万亿千百".indexOf(rest.charAt(0)) >= 0) {
            rest = rest.substring(1);
        }
        return rest;
    }

    /** The printed forms, longest first, as an alternation. */
    static String alternation() {
        List<String> longestFirst =
                ALL.keySet().stream()
                        .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                        .toList();
        return longestFirst.stream()
                .flatMap(words -> printedAs(words).stream())
                .map(
                        unit ->
                                Pattern.quote(unit.printed())
                                        + (unit.not().isEmpty() ? "" : "(?!" + unit.not() + ")"))
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
