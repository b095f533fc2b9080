package districtkg.draft;

import districtkg.amount.Amounts;
import districtkg.amount.Numeral;
import districtkg.amount.NumeralReader;
import districtkg.amount.PrintedRanking;
import districtkg.draft.DraftStatement.Amount;
import districtkg.draft.DraftStatement.Place;
import districtkg.draft.DraftStatement.Proof;
import districtkg.draft.DraftStatement.Streak;
import districtkg.draft.terms.PrintedUnits;
import districtkg.number.Unit;
import districtkg.quantity.Quantity;
import districtkg.text.Span;
import districtkg.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Chooses the passage of a figure so that {@code verify} reads exactly this figure in it. */
final class Prover {
    private final Text text;
    private final PrintedUnits units;
    private final Amounts amounts;

    /** The passage and what it proves. */
    record Proven(Span passage, Proof proof) {}

    Prover(Text text, PrintedUnits units) {
        this.text = text;
        this.units = units;
        this.amounts = new NumeralReader(units.words()).read(text, List.of());
    }

    Optional<Proven> prove(Quantity quantity) {
        return switch (quantity.form()) {
            case RANK -> rank(quantity);
            case STREAK -> streak(quantity);
            default -> amount(quantity);
        };
    }

    private Optional<Proven> amount(Quantity quantity) {
        List<Numeral> read = amounts.in(quantity.number());
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
                .map(amount -> new Proven(numeral.whole(), amount));
    }

    private static boolean agrees(Amount amount, Quantity quantity) {
        BigDecimal times = amount.unit().multiplier();
        BigDecimal factor = Unit.factor(amount.printedUnit());
        return Unit.base(amount.printedUnit()).equals(quantity.unit())
                && amount.low().multiply(factor).compareTo(quantity.low()) == 0
                && amount.high().multiply(factor).compareTo(quantity.high()) == 0
                && times.signum() > 0;
    }

    private Optional<Proven> rank(Quantity quantity) {
        return ranking(quantity, PrintedRanking.Kind.RANK, quantity.span())
                .map(
                        numeral ->
                                new Proven(
                                        quantity.span(),
                                        new Place(numeral, quantity.low().intValueExact())));
    }

    private Optional<Proven> streak(Quantity quantity) {
        Span passage = new Span(Math.max(0, quantity.span().start() - 2), quantity.span().end());
        return ranking(quantity, PrintedRanking.Kind.STREAK, passage)
                .map(
                        numeral ->
                                new Proven(
                                        passage,
                                        new Streak(numeral, quantity.low().intValueExact())));
    }

    private Optional<Span> ranking(Quantity quantity, PrintedRanking.Kind kind, Span passage) {
        List<PrintedRanking> rankings =
                PrintedRanking.in(text, passage).stream()
                        .filter(one -> one.kind() == kind)
                        .toList();
        boolean agree =
                !rankings.isEmpty()
                        && rankings.stream()
                                .allMatch(
                                        one ->
                                                BigDecimal.valueOf(one.number())
                                                                .compareTo(quantity.low())
                                                        == 0);
        return agree ? Optional.of(rankings.get(0).span()) : Optional.empty();
    }
}
