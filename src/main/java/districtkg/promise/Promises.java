package districtkg.promise;

import districtkg.graph.Ref;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Promises, filtered and sorted.
 *
 * @param rows the promises
 * @param facets for each filter the available values, with the number of promises each would select
 * @param all number of promises without any filter
 */
public record Promises(List<Statement> rows, List<Facet> facets, int all) {
    private static final int PAGE = 100;

    /** By the parameter value in addresses. */
    private static final Map<String, Comparator<Statement>> ORDERS =
            Map.of(
                    "late", Comparator.comparing(one -> -one.lateness().least().orElse(-1)),
                    "due", Comparator.comparing(Statement::when),
                    "name", Comparator.comparing(one -> one.self().name()),
                    "topic", Comparator.comparing(one -> first(one.topics())),
                    "strength",
                            Comparator.comparing(one -> one.strength().map(Ref::name).orElse("")),
                    "verdict", Comparator.comparing(one -> one.verdict().map(Ref::iri).orElse("")));

    /**
     * A filter with its values.
     *
     * @param name the parameter in addresses
     * @param picked the key of the selected value; empty for all
     * @param choices the values, the most frequent first
     */
    public record Facet(String name, String picked, List<Choice> choices) {}

    /**
     * A value of a filter.
     *
     * @param key the value in addresses
     * @param name for readers
     * @param count number of promises it would select, with the other filters unchanged
     */
    public record Choice(String key, String name, int count) {}

    /**
     * Filters and sorts.
     *
     * @param all all promises
     * @param picked the value of each filter by its name; absent or empty values select all
     * @param sort one of late, due, name, topic, strength, verdict; otherwise by document and text
     */
    public static Promises of(List<Statement> all, Map<String, String> picked, String sort) {
        List<Facet> facets = new ArrayList<>();
        for (PromiseFilter filter : PromiseFilter.ALL) {
            facets.add(
                    new Facet(
                            filter.name(),
                            picked.getOrDefault(filter.name(), ""),
                            choices(filter, all, picked)));
        }
        Comparator<Statement> order = ORDERS.getOrDefault(sort, Statements.BY_TIME);
        return new Promises(
                all.stream()
                        .filter(
                                one ->
                                        PromiseFilter.ALL.stream()
                                                .allMatch(
                                                        filter ->
                                                                filter.picks(
                                                                        one,
                                                                        picked.getOrDefault(
                                                                                filter.name(),
                                                                                ""))))
                        .sorted(order)
                        .toList(),
                facets,
                all.size());
    }

    /** The number of pages; at least one. */
    public int pages() {
        return Math.max(1, (rows.size() + PAGE - 1) / PAGE);
    }

    /** The rows of a page, from 1; the nearest page if it does not exist. */
    public List<Statement> page(int number) {
        int from = (Math.clamp(number, 1, pages()) - 1) * PAGE;
        return rows.subList(from, Math.min(from + PAGE, rows.size()));
    }

    private static List<Choice> choices(
            PromiseFilter filter, List<Statement> all, Map<String, String> picked) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        for (Statement one : all) {
            boolean left =
                    PromiseFilter.ALL.stream()
                            .filter(other -> !other.name().equals(filter.name()))
                            .allMatch(
                                    other ->
                                            other.picks(
                                                    one, picked.getOrDefault(other.name(), "")));
            for (Ref value : filter.values().apply(one)) {
                choices.merge(
                        value.key(),
                        new Choice(value.key(), value.name(), left ? 1 : 0),
                        (old, more) ->
                                new Choice(old.key(), old.name(), old.count() + more.count()));
            }
        }
        return choices.values().stream()
                .sorted(
                        Comparator.comparing((Choice choice) -> -choice.count())
                                .thenComparing(Choice::key))
                .toList();
    }

    private static String first(List<Ref> things) {
        return things.isEmpty() ? "" : things.getFirst().name();
    }
}
