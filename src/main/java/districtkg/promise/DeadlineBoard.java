package districtkg.promise;

import districtkg.promise.DeadlineChart.Group;
import districtkg.statement.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Deadlines and what became of them, filtered and in pages.
 *
 * @param promises the selected promises, with the filters
 * @param whole the chart of all selected promises
 * @param pages the things of each page; at least one page
 */
public record DeadlineBoard(Promises promises, DeadlineChart whole, List<List<Group>> pages) {
    /** The filters of the page, by their names in addresses. */
    private static final List<String> FILTERS = List.of("place", "year", "verdict", "topic");

    /** Maximum lines of a page; a thing with its promises is not divided. */
    private static final int PAGE = 40;

    /**
     * Filters deadlines.
     *
     * @param picked the value of each filter by its name; absent or empty values select all
     */
    public static DeadlineBoard of(List<Deadline> deadlines, Map<String, String> picked) {
        return of(deadlines, picked, PAGE);
    }

    static DeadlineBoard of(List<Deadline> deadlines, Map<String, String> picked, int most) {
        Map<String, String> known = new HashMap<>(picked);
        known.keySet().retainAll(FILTERS);
        Promises promises =
                Promises.of(deadlines.stream().map(Deadline::promise).toList(), known, "");
        Set<String> kept =
                promises.rows().stream().map(one -> one.self().iri()).collect(Collectors.toSet());
        DeadlineChart whole =
                DeadlineChart.of(
                        deadlines.stream()
                                .filter(one -> kept.contains(one.promise().self().iri()))
                                .toList());
        return new DeadlineBoard(promises, whole, pages(whole.groups(), most));
    }

    /** The chart of a page, from 1; of the nearest page if it does not exist. */
    public DeadlineChart chart(int page) {
        return whole.with(pages.get(Math.clamp(page, 1, pages.size()) - 1));
    }

    /** The filters that the page offers, in their order. */
    public List<Promises.Facet> facets() {
        return FILTERS.stream()
                .flatMap(name -> promises.facets().stream().filter(one -> one.name().equals(name)))
                .toList();
    }

    /** The values of the filters that are set, by their names in addresses. */
    public Map<String, String> picked() {
        Map<String, String> picked = new TreeMap<>();
        promises.set().forEach(facet -> picked.put(facet.name(), facet.picked()));
        return picked;
    }

    /** The promises in the order of the chart. */
    public List<Statement> rows() {
        return whole.promises();
    }

    private static List<List<Group>> pages(List<Group> groups, int most) {
        List<List<Group>> pages = new ArrayList<>();
        List<Group> page = new ArrayList<>();
        int lines = 0;
        for (Group group : groups) {
            if (lines + group.lines().size() > most && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                lines = 0;
            }
            page.add(group);
            lines += group.lines().size();
        }
        pages.add(page);
        return pages;
    }
}
