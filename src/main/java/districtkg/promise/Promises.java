package districtkg.promise;

import districtkg.graph.Ref;
import districtkg.statement.Statement;
import districtkg.statement.Statements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Promises, filtered and sorted.
 *
 * @param rows the promises
 * @param facets for each filter the available values, with the number of promises each would select
 * @param legend all verdicts that promises have
 * @param all number of promises without any filter
 */
public record Promises(List<Statement> rows, List<Facet> facets, List<Ref> legend, int all) {
    private static final int PAGE = 100;
    private static final Set<String> YEARS = Set.of("year", "made");

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
     * @param value the name of the selected value; empty for all
     * @param picked the key of the selected value; empty for all
     * @param choices the values that select anything: years in order, others by frequency
     * @param without number of promises if this filter were not set
     */
    public record Facet(
            String name, String value, String picked, List<Choice> choices, int without) {
        /** Whether its values are years. */
        public boolean ofYears() {
            return YEARS.contains(name);
        }
    }

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
        List<PromiseFilter> filters = PromiseFilter.ALL;
        List<Map<String, Choice>> choices = new ArrayList<>();
        filters.forEach(filter -> choices.add(new LinkedHashMap<>()));
        List<Statement> rows = new ArrayList<>();
        Map<String, Integer> without = new HashMap<>();
        for (Statement one : all) {
            List<PromiseFilter> failed =
                    filters.stream()
                            .filter(
                                    filter ->
                                            !filter.picks(
                                                    one, picked.getOrDefault(filter.name(), "")))
                            .limit(2)
                            .toList();
            if (failed.isEmpty()) {
                rows.add(one);
            } else if (failed.size() == 1) {
                without.merge(failed.getFirst().name(), 1, Integer::sum);
            }
            for (int at = 0; at < filters.size(); at++) {
                PromiseFilter filter = filters.get(at);
                if (failed.isEmpty() || failed.equals(List.of(filter))) {
                    count(choices.get(at), filter.values().apply(one));
                }
            }
        }
        List<Facet> facets = new ArrayList<>();
        for (int at = 0; at < filters.size(); at++) {
            PromiseFilter filter = filters.get(at);
            String key = picked.getOrDefault(filter.name(), "");
            facets.add(
                    new Facet(
                            filter.name(),
                            name(filter, key, all),
                            key,
                            choices.get(at).values().stream().sorted(order(filter)).toList(),
                            rows.size() + without.getOrDefault(filter.name(), 0)));
        }
        rows.sort(ORDERS.getOrDefault(sort, Statements.BY_TIME));
        return new Promises(
                rows,
                facets,
                all.stream()
                        .flatMap(one -> one.verdict().stream())
                        .distinct()
                        .sorted(Comparator.comparing(Ref::key))
                        .toList(),
                all.size());
    }

    private static void count(Map<String, Choice> choices, List<Ref> values) {
        for (Ref value : values) {
            choices.merge(
                    value.key(),
                    new Choice(value.key(), value.name(), 1),
                    (old, more) -> new Choice(old.key(), old.name(), old.count() + 1));
        }
    }

    private static Comparator<Choice> order(PromiseFilter filter) {
        return YEARS.contains(filter.name())
                ? Comparator.comparing(Choice::key)
                : Comparator.comparing((Choice choice) -> -choice.count())
                        .thenComparing(Choice::key);
    }

    /** The name of a picked value; the value itself if no promise has it. */
    private static String name(PromiseFilter filter, String key, List<Statement> all) {
        return key.isEmpty()
                ? ""
                : all.stream()
                        .flatMap(one -> filter.values().apply(one).stream())
                        .filter(value -> value.key().equals(key))
                        .map(Ref::name)
                        .findFirst()
                        .orElse(key);
    }

    /** The filters that are set. */
    public List<Facet> set() {
        return facets.stream().filter(one -> !one.picked().isEmpty()).toList();
    }

    /** How many of the promises have each verdict, the most frequent first. */
    public List<Choice> verdicts() {
        Map<String, Choice> counts = new LinkedHashMap<>();
        rows.forEach(one -> count(counts, one.verdict().stream().toList()));
        return counts.values().stream()
                .sorted(
                        Comparator.comparing((Choice choice) -> -choice.count())
                                .thenComparing(Choice::key))
                .toList();
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

    private static String first(List<Ref> things) {
        return things.isEmpty() ? "" : things.getFirst().name();
    }
}
