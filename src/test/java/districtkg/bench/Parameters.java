package districtkg.bench;

import districtkg.vocab.Dkg;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What may stand for the parameters of queries. There are 200 things and 200 pieces of names, so
 * that a query seldom comes twice in a row but does come again, as on a site that is in use.
 */
final class Parameters {
    private static final int MOST = 200;

    /** Facilities as they are numbered. */
    private static final List<String> NAMES =
            List.of("school 1", "park 2", "hospital 3", "road 4", "bridge 5", "airport 7");

    private final Map<String, List<Node>> values;

    /**
     * Those of a data set.
     *
     * @param members asks for all members of a class
     */
    Parameters(Function<String, List<Node>> members) {
        List<Node> things = new ArrayList<>(members.apply("Facility"));
        things.addAll(members.apply("Project"));
        Collections.sort(things, java.util.Comparator.comparing(Node::toString));
        Collections.shuffle(things, new Random(1));
        Random chance = new Random(2);
        values =
                Map.of(
                        "thing", things.subList(0, Math.min(MOST, things.size())),
                        "city", members.apply("City"),
                        "status", terms("planned", "underConstruction", "completed", "cancelled"),
                        "indicator",
                                SampleDistrict.PROMISED.stream().map(QuerySubject::listed).toList(),
                        "counted",
                                SampleDistrict.COUNTED.stream().map(QuerySubject::listed).toList(),
                        "year", numbers(Generator.FIRST_YEAR, Generator.YEARS - 1),
                        "until", numbers(Generator.FIRST_YEAR + 1, Generator.YEARS - 1),
                        "least",
                                IntStream.range(0, MOST)
                                        .mapToObj(
                                                at ->
                                                        QuerySubject.whole(
                                                                20 + chance.nextInt(4_000)))
                                        .toList(),
                        "words",
                                IntStream.range(0, MOST)
                                        .mapToObj(
                                                at ->
                                                        NodeFactory.createLiteralString(
                                                                NAMES.get(
                                                                                chance.nextInt(
                                                                                        NAMES
                                                                                                .size()))
                                                                        + " of district 0"
                                                                        + chance.nextInt(2)))
                                        .toList());
    }

    Node draw(String name, Random chance) {
        List<Node> all = values.get(name);
        return all.get(chance.nextInt(all.size()));
    }

    private static List<Node> terms(String... names) {
        return java.util.stream.Stream.of(names).map(Dkg::term).toList();
    }

    private static List<Node> numbers(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(QuerySubject::whole).toList();
    }
}
