package districtkg.entity;

import districtkg.graph.GraphReader;
import districtkg.graph.Ref;
import districtkg.vocab.Dkg;
import districtkg.vocab.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SchemaDO;

/**
 * The sources of the statements of a graph, and what they cover.
 *
 * @param verdicts how many commitments have each verdict, the most frequent first
 * @param sources how many documents and statements there are of each reliability, the most reliable
 *     first
 * @param statements how many there are, without those in doubt
 * @param proven how many of them have a passage, so that they can be proven from the text
 * @param doubted how many statements are in doubt
 * @param documents how many there are
 * @param addressed how many of them have an address on the web
 * @param rows the years with figures, by indicator and place
 */
public record Coverage(
        List<Share> verdicts,
        List<Share> sources,
        long statements,
        long proven,
        long doubted,
        long documents,
        long addressed,
        List<Row> rows) {
    private static final Node POSITION = SchemaDO.position.asNode();
    private static final Node ADDRESS = SchemaDO.url.asNode();

    /**
     * How many statements are of one sort.
     *
     * @param of the verdict or the reliability
     * @param documents number of documents that make them; 0 for a verdict
     * @param statements how many
     */
    public record Share(Ref of, long documents, long statements) {}

    /**
     * The years for which an indicator of a place has outcomes.
     *
     * @param indicator what is measured
     * @param place where
     * @param years with a figure, in order, separated by commas
     */
    public record Row(Ref indicator, Ref place, String years) {}

    /** What a graph holds; names are in a language. */
    public static Coverage of(GraphReader things, Language language) {
        List<Node> statements = things.all(Dkg.STATEMENT).toList();
        List<Node> documents = things.all(Dkg.DOCUMENT).toList();
        return new Coverage(
                verdicts(things, language),
                sources(things, documents, language),
                statements.size(),
                statements.stream().filter(one -> proven(things, one)).count(),
                things.all(Dkg.DOUBTED_STATEMENT).count(),
                documents.size(),
                documents.stream().filter(one -> things.value(one, ADDRESS).isPresent()).count(),
                rows(things, language));
    }

    private static List<Share> verdicts(GraphReader things, Language language) {
        Map<Node, Long> counted =
                things.all(Dkg.term("Commitment"))
                        .flatMap(one -> things.values(one, Dkg.term("verdict")))
                        .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        return counted.entrySet().stream()
                .map(one -> new Share(things.ref(one.getKey(), language), 0, one.getValue()))
                .sorted(
                        Comparator.comparing((Share one) -> -one.statements())
                                .thenComparing(one -> one.of().iri()))
                .toList();
    }

    private static List<Share> sources(
            GraphReader things, List<Node> documents, Language language) {
        return things.all(Dkg.term("Reliability"))
                .sorted(Comparator.comparing(one -> things.text(one, POSITION)))
                .map(
                        reliability -> {
                            List<Node> of =
                                    documents.stream()
                                            .filter(one -> rests(things, one, reliability))
                                            .toList();
                            return new Share(
                                    things.ref(reliability, language),
                                    of.size(),
                                    of.stream().flatMap(one -> stated(things, one)).count());
                        })
                .toList();
    }

    private static boolean rests(GraphReader things, Node document, Node reliability) {
        return things.values(document, Dkg.term("reliability")).anyMatch(reliability::equals);
    }

    private static Stream<Node> stated(GraphReader things, Node document) {
        return things.subjects(Dkg.DOCUMENT_OF, document)
                .filter(one -> things.is(one, Dkg.STATEMENT));
    }

    private static boolean proven(GraphReader things, Node statement) {
        return things.values(statement, Dkg.SOURCE)
                .anyMatch(source -> things.is(source, Dkg.PASSAGE));
    }

    private static List<Row> rows(GraphReader things, Language language) {
        Map<List<String>, List<Node>> cells = new TreeMap<>(Comparator.comparing(String::valueOf));
        things.all(Dkg.term("Outcome"))
                .filter(
                        one ->
                                things.value(one, Dkg.term("minValue")).isPresent()
                                        || things.value(one, Dkg.term("maxValue")).isPresent()
                                        || things.value(one, Dkg.VALUE).isPresent())
                .forEach(
                        one -> {
                            List<String> key = new ArrayList<>();
                            key.add(things.text(one, Dkg.INDICATOR));
                            key.add(things.text(one, Dkg.term("place")));
                            cells.computeIfAbsent(key, none -> new ArrayList<>()).add(one);
                        });
        return cells.entrySet().stream()
                .map(
                        cell ->
                                new Row(
                                        things.ref(Dkg.iri(cell.getKey().getFirst()), language),
                                        things.ref(Dkg.iri(cell.getKey().getLast()), language),
                                        years(things, cell.getValue())))
                .sorted(
                        Comparator.comparing((Row row) -> row.place().name())
                                .thenComparing(row -> row.indicator().name()))
                .toList();
    }

    private static String years(GraphReader things, List<Node> statements) {
        return String.join(
                ", ",
                statements.stream()
                        .map(one -> things.text(one, Dkg.term("year")))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
