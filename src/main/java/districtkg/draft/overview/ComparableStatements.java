package districtkg.draft.overview;

import districtkg.consistency.ComparableFigure;
import districtkg.draft.DraftStatement;
import districtkg.draft.DraftStatement.Amount;
import districtkg.draft.ReportDraft;
import districtkg.figure.Figure;
import districtkg.vocab.Dkg;
import java.util.Optional;

/** Drafted figures as the checks of consistency compare them. */
final class ComparableStatements {
    private ComparableStatements() {}

    /** A figure with a listed indicator; empty for all else. */
    static Optional<ComparableFigure> of(ReportDraft draft, DraftStatement statement) {
        Figure figure = statement.figure();
        if (statement.indicator().isEmpty() || !(statement.proof() instanceof Amount amount)) {
            return Optional.empty();
        }
        Optional<ComparableFigure.Kind> kind =
                switch (figure.kind()) {
                    case TARGET -> Optional.of(ComparableFigure.Kind.TARGET);
                    case EXPECTATION -> Optional.of(ComparableFigure.Kind.EXPECTATION);
                    case OUTCOME -> Optional.of(ComparableFigure.Kind.OUTCOME);
                    default -> Optional.empty();
                };
        return kind.map(
                one ->
                        new ComparableFigure(
                                statement.id(),
                                draft.name(),
                                one,
                                statement.indicator().get().getURI().replace(Dkg.VOCAB, "v:"),
                                figure.subject().map(subject -> subject.name()).orElse(""),
                                draft.place(),
                                figure.year(),
                                figure.period().word().matches("sum|average|months")
                                        ? figure.period().interval()
                                        : ComparableFigure.YEAR,
                                amount.low().multiply(amount.unit().multiplier()),
                                amount.high().multiply(amount.unit().multiplier()),
                                amount.bound().term(),
                                Math.max(0, amount.low().stripTrailingZeros().scale())));
    }
}
