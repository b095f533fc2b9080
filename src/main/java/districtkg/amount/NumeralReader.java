package districtkg.amount;

import districtkg.number.PrintedNumber;
import districtkg.number.UnitWords;
import districtkg.text.Span;
import districtkg.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the amounts that words state, with their units and bounds. Immutable. */
public final class NumeralReader {
    private final Predicate<String> known;
    private final UnitWords units;

    /**
     * A reader that knows these units.
     *
     * @param units the printed units that the caller knows, with their scales: a number before 万人
     *     is given in 万人 where that is among them, else in 人
     */
    public NumeralReader(Collection<String> units) {
        this(Set.copyOf(units)::contains, new UnitWords(units));
    }

    private NumeralReader(Predicate<String> known, UnitWords units) {
        this.known = known;
        this.units = units;
    }

    /** A reader that gives every amount in its unit as printed: 9.7 of 9.7万人 in 万人. */
    public static NumeralReader asPrinted() {
        return new NumeralReader(scaled -> true, UnitWords.TABLE);
    }

    /**
     * The amounts of a whole text, in order.
     *
     * @param names parts of the text whose numerals belong to names or idioms, and count nothing
     */
    public Amounts read(Text text, Collection<Span> names) {
        return new Amounts(new AmountScanner(text, units, known, names).scan());
    }

    /**
     * The amounts whose numbers overlap a span, in order. Each is read with all of its words,
     * including those outside the span.
     *
     * @param names parts of the text whose numerals belong to names or idioms, and count nothing
     */
    public List<Numeral> read(Text text, Span span, Collection<Span> names) {
        return read(text, names).in(span);
    }

    /** The numbers of a text with their scales, whatever they count; units are ignored. */
    static List<PrintedNumber> numbers(Text text) {
        return AmountScanner.numbers(text);
    }
}
