package districtkg.draft;

import districtkg.draft.terms.PrintedUnits;
import districtkg.figure.Figure;
import districtkg.text.Span;
import districtkg.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * A row of a draft: a figure that was confirmed by reading its passage alone. A figure that was not
 * confirmed is not a statement; its numeral stays among those to check.
 *
 * @param id short name: {@code luohu-2022-12}
 * @param figure the figure as read
 * @param passage the words that prove it
 * @param indicator of the shared list, if a name or another name of it is printed
 * @param proof the number as printed
 */
public record DraftStatement(
        String id, Figure figure, Span passage, Optional<Node> indicator, Proof proof) {
    /** What the words of a passage state. */
    public sealed interface Proof {
        /** The position of its numeral. */
        Span numeral();
    }

    /**
     * An amount with a unit.
     *
     * @param low as printed before the unit
     * @param high the same, or the upper end of a range
     */
    public record Amount(
            Span numeral,
            BigDecimal low,
            BigDecimal high,
            PrintedUnits.PrintedUnit unit,
            String printedUnit,
            districtkg.amount.Bound bound)
            implements Proof {
        /** Whether the two ends differ. */
        public boolean isRange() {
            return low.compareTo(high) != 0;
        }

        /** The lower end in the base unit. */
        public BigDecimal value() {
            return low.multiply(unit.multiplier());
        }
    }

    /** A rank. */
    public record Place(Span numeral, int rank) implements Proof {}

    /** The years of a streak. */
    public record Streak(Span numeral, int years) implements Proof {}

    /** The reasons for doubt, as codes. */
    public static List<String> doubts(Figure figure) {
        List<String> words = new ArrayList<>();
        for (Figure.Doubt doubt : figure.doubts()) {
            words.add(doubt.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return words;
    }

    String doubt() {
        return doubts(figure).stream().collect(Collectors.joining(" "));
    }

    String words(Text text) {
        return text.words(passage.start(), passage.end());
    }
}
