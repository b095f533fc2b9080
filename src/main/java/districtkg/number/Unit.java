package districtkg.number;

import districtkg.lexicon.Lexicon;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        /** A measured amount, such as money, length or area. */
        AMOUNT,
        /** A number of people or things. */
        COUNT,
        /** A share or a change in percent. */
        PERCENT,
        /** A difference in percentage points. */
        POINTS,
        /** A multiple. */
        TIMES,
        /** A length of time. */
        TIME,
        /** Only behind a larger unit: the 角 of 5元3角. */
        PART,
        /** A rank: 第3位. */
        RANK,
        /** A number of years in a row: 连续3年. */
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
                    .collect(
                            Collectors.toMap(
                                    Unit::printed,
                                    Function.identity(),
                                    (one, other) -> one,
                                    LinkedHashMap::new));

    /** Every row of the table. */
    public static Collection<Unit> all() {
        return Collections.unmodifiableCollection(ALL.values());
    }

    /** The unit that a report prints so. */
    public static Optional<Unit> printedAs(String words) {
        return Optional.ofNullable(ALL.get(words));
    }

    /** The unit of a printed unit with its scale: 人 of 万人. */
    public static Optional<Unit> ofPrinted(String words) {
        return printedAs(withoutScale(words));
    }

    /**
     * How many of its base unit a printed unit with its scale is: 10,000 for 万人, 1 for an unknown
     * one.
     */
    public static BigDecimal factor(String printed) {
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
    public static String base(String printed) {
        String rest = withoutScale(printed);
        return printedAs(rest).map(Unit::base).orElse(rest);
    }

    /** A printed unit without the scale words before it: 人 for 万人. */
    static String withoutScale(String printed) {
        String rest = printed;
        while (!ALL.containsKey(rest) && !rest.isEmpty() && "万亿千百".indexOf(rest.charAt(0)) >= 0) {
            rest = rest.substring(1);
        }
        return rest;
    }
}
