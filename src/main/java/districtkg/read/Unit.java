package districtkg.read;

import districtkg.lexicon.Lexicon;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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

    /** The printed forms, longest first, as an alternation. */
    static String alternation() {
        List<String> longestFirst =
                ALL.keySet().stream()
                        .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                        .toList();
        return longestFirst.stream()
                .map(ALL::get)
                .map(
                        unit ->
                                Pattern.quote(unit.printed())
                                        + (unit.not().isEmpty() ? "" : "(?!" + unit.not() + ")"))
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
