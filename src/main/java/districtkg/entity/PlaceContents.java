package districtkg.entity;

import districtkg.entity.Coverage.Row;
import districtkg.entity.DatasetSummary.Source;
import districtkg.graph.Ref;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a graph holds of one place.
 *
 * @param place the place
 * @param documents about it, newest first
 * @param rows its indicators with the years for which there are outcomes
 */
public record PlaceContents(Ref place, List<Source> documents, List<Row> rows) {
    private static final int PAGE = 50;

    /** The coverage of each place that has a document or an outcome, the most statements first. */
    static List<PlaceContents> of(List<Source> documents, List<Row> rows) {
        Map<Ref, PlaceContents> places = new LinkedHashMap<>();
        documents.forEach(
                one -> one.places().forEach(place -> at(places, place).documents().add(one)));
        rows.forEach(one -> at(places, one.place()).rows().add(one));
        return places.values().stream()
                .sorted(
                        Comparator.comparing((PlaceContents one) -> -one.statements())
                                .thenComparing(one -> -one.rows().size())
                                .thenComparing(one -> one.place().iri()))
                .toList();
    }

    private static PlaceContents at(Map<Ref, PlaceContents> places, Ref place) {
        return places.computeIfAbsent(
                place, one -> new PlaceContents(one, new ArrayList<>(), new ArrayList<>()));
    }

    /** The number of statements in its documents. */
    public long statements() {
        return documents.stream().mapToLong(Source::statements).sum();
    }

    /** The first and the last year with an outcome; the same twice if there is one, else empty. */
    public List<String> span() {
        List<String> years =
                rows.stream()
                        .flatMap(one -> Stream.of(one.years().split(", ")))
                        .filter(one -> !one.isEmpty())
                        .sorted()
                        .toList();
        return years.isEmpty() ? List.of() : List.of(years.getFirst(), years.getLast());
    }

    /** The number of pages of its rows; at least one. */
    public int pages() {
        return Math.max(1, (rows.size() + PAGE - 1) / PAGE);
    }

    /** The rows of a page, from 1; of the nearest page if it does not exist. */
    public List<Row> page(int number) {
        int from = (Math.clamp(number, 1, pages()) - 1) * PAGE;
        return rows.subList(from, Math.min(from + PAGE, rows.size()));
    }
}
