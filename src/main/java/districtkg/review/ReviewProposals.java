package districtkg.review;

import districtkg.review.draft.FactState.Status;
import districtkg.review.draft.ReviewFact;
import districtkg.review.draft.ReviewLists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a curator of the lists can learn from accepted and rejected statements: other names of
 * indicators, indicators that the list lacks, and words that are no names.
 */
public final class ReviewProposals {
    private static final List<String> COLUMNS =
            List.of("proposal", "words", "for", "count", "reports", "example");

    private ReviewProposals() {}

    /** The occurrences of one proposal. */
    private record Evidence(List<String> ids, Set<String> reports) {
        private Evidence() {
            this(new ArrayList<>(), new HashSet<>());
        }
    }

    /**
     * The proposals as a table, the most frequent first: {@code alias} (printed name, indicator),
     * {@code new-indicator} (name, English name and unit), {@code not-a-name} (words), {@code
     * missed-name} (words, kind). The example is the id of a statement, so that no sentence of a
     * report is copied.
     */
    public static String table(ReviewLists lists, Map<String, List<ReviewFact>> facts) {
        Map<List<String>, Evidence> found = new TreeMap<>(ReviewProposals::compare);
        facts.forEach(
                (report, some) ->
                        some.forEach(
                                fact -> {
                                    List<String> proposal = proposal(lists, fact);
                                    if (!proposal.isEmpty()) {
                                        Evidence evidence =
                                                found.computeIfAbsent(
                                                        proposal, key -> new Evidence());
                                        evidence.ids().add(fact.id());
                                        evidence.reports().add(report);
                                    }
                                }));
        List<Map<String, String>> rows = new ArrayList<>();
        found.entrySet().stream()
                .sorted((one, other) -> other.getValue().ids().size() - one.getValue().ids().size())
                .forEach(
                        entry -> {
                            Map<String, String> row = new LinkedHashMap<>();
                            row.put("proposal", entry.getKey().get(0));
                            row.put("words", entry.getKey().get(1));
                            row.put("for", entry.getKey().get(2));
                            row.put("count", Integer.toString(entry.getValue().ids().size()));
                            row.put("reports", Integer.toString(entry.getValue().reports().size()));
                            row.put("example", entry.getValue().ids().get(0));
                            rows.add(row);
                        });
        return ReviewExport.table(COLUMNS, rows);
    }

    private static int compare(List<String> one, List<String> other) {
        return String.join("\n", one).compareTo(String.join("\n", other));
    }

    private static List<String> proposal(ReviewLists lists, ReviewFact fact) {
        String printed = fact.draft().cell("label_zh");
        if (printed.isEmpty() || fact.state().status() == Status.OPEN) {
            return List.of();
        }
        if (fact.isAdded() && fact.isName()) {
            return fact.state().status() == Status.ACCEPTED
                    ? List.of(
                            "missed-name", fact.state().cell("label_zh"), fact.state().cell("kind"))
                    : List.of();
        }
        if (fact.state().status() == Status.REJECTED) {
            return fact.isName() ? List.of("not-a-name", printed, "") : List.of();
        }
        if (!fact.isFigure()) {
            return List.of();
        }
        String indicator = fact.state().cell("indicator");
        if (indicator.isEmpty()) {
            return List.of(
                    "new-indicator",
                    fact.state().cell("label_zh"),
                    fact.state().cell("label_en") + " (" + fact.state().cell("unit") + ")");
        }
        ReviewLists.Indicator known = lists.indicators().get(indicator);
        boolean drafted = fact.draft().cell("indicator").equals(indicator);
        boolean named =
                known == null
                        || known.chinese().equals(printed)
                        || known.aliases().contains(printed);
        return drafted || named ? List.of() : List.of("alias", printed, indicator);
    }
}
