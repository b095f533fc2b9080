package districtkg.read;

import districtkg.extract.Numeral;
import districtkg.extract.NumeralReader;
import districtkg.extract.Span;
import districtkg.extract.Standing;
import districtkg.extract.Text;
import districtkg.read.DraftStatement.Amount;
import districtkg.read.DraftStatement.Place;
import districtkg.read.DraftStatement.Proof;
import districtkg.read.DraftStatement.Streak;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts the passage of a figure so that {@code verify} reads the same figure in it, and no other.
 */
final class Prover {
    private static final Pattern BOUND_BEFORE =
            Pattern.compile(
                    "(?:不少于|不低于|不小于|至少|最少|不超过|不高于|不多于|不大于|至多|最多|超过|突破|超|逾|大于|高于|多于|不足|不到|低于|小于|少于|大约|约|将近|接近|近)(?:了|达|达到)?$");
    private static final Pattern BOUND_AFTER = Pattern.compile("^(?:及以上|或以上|以上|以内|以下|之内|左右|上下)");
    private static final Pattern NEGATION = Pattern.compile("不$");
    private static final int REACH = 6;

    private final Text text;
    private final PrintedUnits units;
    private final NumeralReader reader;

    /** The passage and what it proves. */
    record Proven(Span passage, Proof proof) {}

    Prover(Text text, PrintedUnits units) {
        this.text = text;
        this.units = units;
        this.reader = new NumeralReader(units.words());
    }

    Optional<Proven> prove(Quantity quantity) {
        return switch (quantity.form()) {
            case RANK -> rank(quantity);
            case STREAK -> streak(quantity);
            default -> amount(quantity);
        };
    }

    private Optional<Proven> amount(Quantity quantity) {
        Span passage = widened(quantity.span());
        List<Numeral> read = reader.read(text, passage, List.of());
        if (read.size() != 1 || read.get(0).implied()) {
            return Optional.empty();
        }
        Numeral numeral = read.get(0);
        return units.find(numeral.unit())
                .map(
                        unit ->
                                new Amount(
                                        numeral.span(),
                                        numeral.low(),
                                        numeral.high(),
                                        unit,
                                        numeral.unit(),
                                        numeral.bound()))
                .filter(amount -> agrees(amount, quantity))
                .map(amount -> new Proven(passage, amount));
    }

    private static boolean agrees(Amount amount, Quantity quantity) {
        BigDecimal times = amount.unit().multiplier();
        BigDecimal factor = Unit.factor(amount.printedUnit());
        return Unit.base(amount.printedUnit()).equals(quantity.unit())
                && amount.low().multiply(factor).compareTo(quantity.low()) == 0
                && amount.high().multiply(factor).compareTo(quantity.high()) == 0
                && times.signum() > 0;
    }

    private Span widened(Span span) {
        int from = Math.max(0, span.start() - REACH);
        Matcher before = BOUND_BEFORE.matcher(text.words(from, span.start()));
        int start = before.find() ? from + before.start() : span.start();
        if (start > 0 && NEGATION.matcher(text.words(start - 1, start)).find()) {
            start--;
        }
        Matcher after =
                BOUND_AFTER.matcher(
                        text.words(span.end(), Math.min(text.length(), span.end() + REACH)));
        return new Span(start, after.find() ? span.end() + after.end() : span.end());
    }

    private Optional<Proven> rank(Quantity quantity) {
        return standing(quantity, Standing.Kind.RANK, quantity.span())
                .map(
                        numeral ->
                                new Proven(
                                        quantity.span(),
                                        new Place(numeral, quantity.low().intValueExact())));
    }

    private Optional<Proven> streak(Quantity quantity) {
        Span passage = new Span(Math.max(0, quantity.span().start() - 2), quantity.span().end());
        return standing(quantity, Standing.Kind.STREAK, passage)
                .map(
                        numeral ->
                                new Proven(
                                        passage,
                                        new Streak(numeral, quantity.low().intValueExact())));
    }

    private Optional<Span> standing(Quantity quantity, Standing.Kind kind, Span passage) {
        List<Standing> standings =
                Standing.in(text, passage).stream().filter(one -> one.kind() == kind).toList();
        boolean agree =
                !standings.isEmpty()
                        && standings.stream()
                                .allMatch(
                                        one ->
                                                BigDecimal.valueOf(one.number())
                                                                .compareTo(quantity.low())
                                                        == 0);
        return agree ? Optional.of(standings.get(0).span()) : Optional.empty();
    }
}
