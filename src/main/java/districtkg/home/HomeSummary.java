package districtkg.home;

import districtkg.entity.Coverage;
import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * What the first page shows.
 *
 * @param story of one thing that came late; empty if there is none
 * @param regions the places with documents, by province
 * @param verdicts number of promises with each verdict, from kept to undecided
 * @param newest the newest documents that were entered completely
 * @param coverage what the statements rest on
 */
public record HomeSummary(
        Optional<DeliveryStory> story,
        List<Region> regions,
        Map<Ref, Long> verdicts,
        List<NewReport> newest,
        Coverage coverage) {
    private static final int NEWEST = 6;
    private static final Node IN = Dkg.term("in");
    private static final Node PLACE = Dkg.term("place");

    /** Verdicts from good to bad, then undecided ones. */
    private static final List<String> ORDER =
            List.of(
                    "kept",
                    "keptAfterPostponement",
                    "done",
                    "keptLate",
                    "overdue",
                    "missed",
                    "notComparable",
                    "postponed",
                    "unknown",
                    "pending",
                    "open");

    /**
     * A province with its places.
     *
     * @param province the largest area within the country
     * @param places in it with documents, itself included, those with the most first
     */
    public record Region(Ref province, List<Covered> places) {}

    /**
     * A place with documents.
     *
     * @param place the place
     * @param documents how many there are
     */
    public record Covered(Ref place, long documents) {}

    /**
     * A new document.
     *
     * @param self the document
     * @param published when, with the known precision
     * @param place that it is about
     */
    public record NewReport(Ref self, String published, Ref place) {}

    /** Reads the graph. */
    public static HomeSummary of(GraphReader things, Language language) {
        Coverage coverage = Coverage.of(things, language);
        return new HomeSummary(
                DeliveryStory.of(things, language),
                regions(things, language),
                verdicts(coverage),
                newest(things, language),
                coverage);
    }

    /** The number of promises that could be found kept or broken. */
    public long promises() {
        return verdicts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The number of promises that a later document decided. */
    public long decided() {
        return verdicts.entrySet().stream()
                .filter(one -> ORDER.indexOf(one.getKey().key()) < ORDER.indexOf("notComparable"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The number of places with documents. */
    public int places() {
        return regions.stream().mapToInt(one -> one.places().size()).sum();
    }

    private static Map<Ref, Long> verdicts(Coverage coverage) {
        Map<Ref, Long> verdicts = new LinkedHashMap<>();
        coverage.verdicts().stream()
                .filter(one -> ORDER.contains(one.of().key()))
                .sorted(Comparator.comparing(one -> ORDER.indexOf(one.of().key())))
                .forEach(one -> verdicts.put(one.of(), one.statements()));
        return verdicts;
    }

    private static List<Region> regions(GraphReader things, Language language) {
        Map<Node, Long> documents =
                things.all(Dkg.DOCUMENT)
                        .flatMap(one -> things.values(one, PLACE))
                        .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        Map<Node, List<Covered>> byProvince = new LinkedHashMap<>();
        documents.entrySet().stream()
                .filter(one -> things.values(one.getKey(), IN).findAny().isPresent())
                .sorted(
                        Comparator.comparing((Map.Entry<Node, Long> one) -> -one.getValue())
                                .thenComparing(Map.Entry::getKey, GraphReader.BY_TEXT))
                .forEach(
                        one ->
                                byProvince
                                        .computeIfAbsent(
                                                province(things, one.getKey()),
                                                none -> new ArrayList<>())
                                        .add(
                                                new Covered(
                                                        things.ref(one.getKey(), language),
                                                        one.getValue())));
        return byProvince.entrySet().stream()
                .map(one -> new Region(things.ref(one.getKey(), language), one.getValue()))
                .sorted(Comparator.comparing(one -> -one.places().size()))
                .toList();
    }

    /** The area around a place, or the place itself, that lies only in the country. */
    private static Node province(GraphReader things, Node place) {
        return things.values(place, IN)
                .filter(one -> things.values(one, IN).count() == 1)
                .findFirst()
                .orElse(place);
    }

    private static List<NewReport> newest(GraphReader things, Language language) {
        return things.all(Dkg.DOCUMENT)
                .filter(one -> things.value(one, Dkg.BODY_START).isPresent())
                .sorted(
                        Comparator.comparing((Node one) -> things.text(one, Dkg.term("latest")))
                                .reversed()
                                .thenComparing(GraphReader.BY_TEXT))
                .limit(NEWEST)
                .flatMap(
                        one ->
                                things.value(one, PLACE).stream()
                                        .map(
                                                place ->
                                                        new NewReport(
                                                                things.ref(one, language),
                                                                things.text(one, Dkg.PUBLISHED),
                                                                things.ref(place, language))))
                .toList();
    }
}
