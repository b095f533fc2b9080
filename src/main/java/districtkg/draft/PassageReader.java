package districtkg.draft;

import districtkg.amount.Amounts;
import districtkg.amount.DecreaseWord;
import districtkg.amount.Numeral;
import districtkg.amount.NumeralReader;
import districtkg.amount.PrintedRanking;
import districtkg.text.Span;
import districtkg.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the figure that a span of a report states, by the rules of {@code import} and {@code
 * verify}. Immutable.
 */
public final class PassageReader {
    private final Text text;
    private final Map<String, BigDecimal> units;
    private final Amounts amounts;

    /** Why a span states no figure. */
    public enum Failure {
        /** It holds no number that counts something. */
        NONE("span-none"),
        /** It holds more than one. */
        MANY("span-many"),
        /** No known unit follows its number. */
        UNIT("span-unit");

        private final String code;

        Failure(String code) {
            this.code = code;
        }

        /** As messages name it: {@code span-none}. */
        public String code() {
            return code;
        }
    }

    /**
     * The figure of a span.
     *
     * @param passage the words that state it completely; the span itself if there is no figure
     * @param cells {@code value} or {@code min} and {@code max}, {@code statedValue}, {@code
     *     statedUnit} and {@code bound} as a draft writes them; for a rank, {@code value} and
     *     {@code unit}
     * @param falls whether a word for a decrease precedes it, so that it may be given with either
     *     sign
     * @param failure why there is no figure
     */
    public record Reading(
            Span passage, Map<String, String> cells, boolean falls, Optional<Failure> failure) {
        /** Copies the cells. */
        public Reading {
            cells = Map.copyOf(cells);
        }
    }

    /**
     * Reads a report.
     *
     * @param units the multiplier of each printed unit
     */
    public PassageReader(Text text, Map<String, BigDecimal> units) {
        this.text = text;
        this.units = Map.copyOf(units);
        this.amounts = new NumeralReader(this.units.keySet()).read(text, List.of());
    }

    /**
     * The amount whose number overlaps a span. It is negative if the span begins at or before the
     * word for a decrease.
     */
    public Reading amount(Span span) {
        List<Numeral> read = amounts.in(span);
        if (read.size() != 1) {
            return failed(span, read.isEmpty() ? Failure.NONE : Failure.MANY);
        }
        Numeral printed = read.get(0);
        BigDecimal times = units.get(printed.unit());
        if (times == null) {
            return failed(span, Failure.UNIT);
        }
        Optional<Span> fall =
                printed.isRange() || printed.low().signum() <= 0
                        ? Optional.empty()
                        : DecreaseWord.of(text, printed.whole(), printed.span());
        Optional<Span> selected = fall.filter(words -> span.start() <= words.start());
        Numeral numeral = selected.isPresent() ? printed.negated() : printed;
        Map<String, String> cells = new TreeMap<>();
        if (numeral.isRange()) {
            cells.put("min", DraftTurtle.plain(numeral.low().multiply(times)));
            cells.put("max", DraftTurtle.plain(numeral.high().multiply(times)));
        } else {
            cells.put("value", DraftTurtle.plain(numeral.low().multiply(times)));
            cells.put("statedValue", numeral.low().stripTrailingZeros().toPlainString());
        }
        cells.put("statedUnit", numeral.unit());
        cells.put("bound", numeral.bound().term());
        Span passage =
                selected.filter(words -> amounts.in(words).size() == 1).orElse(numeral.whole());
        return new Reading(passage, cells, fall.isPresent(), Optional.empty());
    }

    /** The rank, or the number of years in a row, that a span states. */
    public Reading ranking(Span span) {
        List<PrintedRanking> read =
                PrintedRanking.in(text, span).stream()
                        .filter(one -> one.kind() != PrintedRanking.Kind.FIRST)
                        .toList();
        if (read.size() != 1) {
            return failed(span, read.isEmpty() ? Failure.NONE : Failure.MANY);
        }
        boolean rank = read.get(0).kind() == PrintedRanking.Kind.RANK;
        return new Reading(
                span,
                Map.of(
                        "value",
                        Integer.toString(read.get(0).number()),
                        "unit",
                        rank ? "rank" : "years in a row"),
                false,
                Optional.empty());
    }

    private static Reading failed(Span span, Failure failure) {
        return new Reading(span, Map.of(), false, Optional.of(failure));
    }
}
