package districtkg.review;

import districtkg.consistency.ComparableFigure;
import districtkg.consistency.ComparableFigure.Kind;
import districtkg.consistency.ConsistencyChecks;
import districtkg.consistency.Finding;
import districtkg.review.draft.FactState;
import districtkg.review.draft.FactState.Status;
import districtkg.review.draft.ReviewFact;
import districtkg.review.draft.ReviewLists;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the statements of reports under review with each other and with published figures. */
public final class FactComparisons {
    private final ReviewLists lists;
    private final List<ComparableFigure> published;

    /**
     * Compares with published figures, with the lists of the data.
     *
     * @param published figures of data that are served already
     */
    public FactComparisons(ReviewLists lists, List<ComparableFigure> published) {
        this.lists = lists;
        this.published = List.copyOf(published);
    }

    /**
     * What the checks say of one statement. Rejected statements are not compared.
     *
     * @param facts all statements, by report
     */
    public List<Finding> of(String id, Map<String, List<ReviewFact>> facts) {
        List<ComparableFigure> figures = figures(facts);
        ConsistencyChecks checks = new ConsistencyChecks(lists.relations(), figures);
        return figures.stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .map(checks::of)
                .orElse(List.of());
    }

    private List<ComparableFigure> figures(Map<String, List<ReviewFact>> facts) {
        List<ComparableFigure> figures = new ArrayList<>();
        facts.forEach(
                (report, some) ->
                        some.stream()
                                .filter(fact -> fact.state().status() != Status.REJECTED)
                                .forEach(fact -> figure(report, fact).ifPresent(figures::add)));
        figures.addAll(published);
        return figures;
    }

    private static Optional<ComparableFigure> figure(String report, ReviewFact fact) {
        FactState state = fact.state();
        boolean target = state.cell("kind").equals("target");
        String year = state.cell(target ? "due" : "year");
        Optional<BigDecimal> low = number(state, "min").or(() -> number(state, "value"));
        if (low.isEmpty()
                || state.cell("indicator").isEmpty()
                || !state.cell("kind").matches("outcome|expectation|target")
                || !year.matches("\\d{4}")) {
            return Optional.empty();
        }
        String stated = state.cell("statedValue");
        return Optional.of(
                new ComparableFigure(
                        fact.id(),
                        report,
                        target
                                ? Kind.TARGET
                                : state.cell("kind").equals("expectation")
                                        ? Kind.EXPECTATION
                                        : Kind.OUTCOME,
                        state.cell("indicator"),
                        state.cell("printedSubject"),
                        state.cell("place"),
                        Integer.parseInt(year),
                        state.cell("periodKind").matches("sum|average|months")
                                ? state.cell("period")
                                : ComparableFigure.YEAR,
                        low.get(),
                        number(state, "max").orElse(low.get()),
                        state.cell("bound").isEmpty() ? "exactly" : state.cell("bound"),
                        stated.contains(".") && !stated.endsWith(".0")
                                ? stated.length() - stated.indexOf('.') - 1
                                : 0));
    }

    private static Optional<BigDecimal> number(FactState state, String column) {
        String words = state.cell(column);
        return words.matches("-?\\d+(\\.\\d+)?")
                ? Optional.of(new BigDecimal(words))
                : Optional.empty();
    }
}
