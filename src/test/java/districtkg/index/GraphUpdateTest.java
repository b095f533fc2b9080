package districtkg.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain of updates gives the graphs that indexing all triples at once gives. */
class GraphUpdateTest {
    private static final List<Node> NAMES =
            Stream.of("a", "b", "c", "d").map(name -> iri("graph/" + name)).toList();

    private final Map<Node, Set<Triple>> expected = new HashMap<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aChainOfChangesGivesTheSameAsAFullIndex(int seed) {
        Random random = new Random(seed);
        NAMES.subList(0, 3).forEach(name -> expected.put(name, triples(random, 60)));
        GraphIndexer.Graphs graphs = anew();

        for (int step = 0; step < 20; step++) {
            GraphUpdate update = new GraphUpdate(graphs);
            Node name = NAMES.get(random.nextInt(NAMES.size()));
            Set<Triple> before = expected.getOrDefault(name, Set.of());
            if (random.nextBoolean()) {
                Set<Triple> content = triples(random, random.nextInt(80));
                before.stream().filter(triple -> random.nextInt(3) > 0).forEach(content::add);
                update.replace(name, content.stream());
                expected.put(name, content);
            } else {
                Set<Triple> removed = triples(random, 10);
                before.stream().filter(triple -> random.nextInt(4) == 0).forEach(removed::add);
                Set<Triple> added = triples(random, 10);
                update.change(name, removed.stream(), added.stream());
                Set<Triple> content = new HashSet<>(before);
                content.removeAll(removed);
                content.addAll(added);
                expected.put(name, content);
            }
            graphs = update.build();
            assertSame(graphs, anew());
        }
    }

    @Test
    void aTripleOfTwoGraphsStaysUntilBothHaveLostIt() {
        Triple shared = Triple.create(iri("s"), iri("p"), number("1.5"));
        NAMES.subList(0, 2).forEach(name -> expected.put(name, Set.of(shared)));
        GraphUpdate first = new GraphUpdate(anew());
        first.replace(NAMES.get(0), Stream.of());
        GraphIndexer.Graphs once = first.build();
        GraphUpdate second = new GraphUpdate(once);
        second.replace(NAMES.get(1), Stream.of());

        assertThat(once.all().contains(shared)).isTrue();
        assertThat(once.named()).containsOnlyKeys(NAMES.get(1));
        assertThat(second.build().all().isEmpty()).isTrue();
    }

    @Test
    void theEarlierGraphsStayAsTheyAre() {
        expected.put(NAMES.get(0), triples(new Random(7), 50));
        GraphIndexer.Graphs before = anew();
        GraphUpdate update = new GraphUpdate(before);
        update.replace(NAMES.get(0), triples(new Random(8), 50).stream());
        update.build();

        assertSame(before, anew());
    }

    private GraphIndexer.Graphs anew() {
        GraphIndexer indexer = new GraphIndexer();
        expected.forEach((name, triples) -> triples.forEach(triple -> indexer.add(name, triple)));
        return indexer.build();
    }

    private static void assertSame(GraphIndexer.Graphs actual, GraphIndexer.Graphs anew) {
        assertThat(actual.named().keySet()).isEqualTo(anew.named().keySet());
        assertSame(actual.all(), anew.all());
        anew.named().forEach((name, graph) -> assertSame(actual.named().get(name), graph));
    }

    private static void assertSame(IndexedGraph actual, IndexedGraph anew) {
        assertThat(actual.size()).isEqualTo(anew.size());
        assertThat(found(actual, Triple.ANY)).isEqualTo(found(anew, Triple.ANY));
        for (Triple triple : anew.find().toList()) {
            for (Triple pattern : patterns(triple)) {
                assertThat(found(actual, pattern)).isEqualTo(found(anew, pattern));
            }
        }
        assertThat(uses(actual)).isEqualTo(uses(anew));
        assertRangesFollowValues(actual.dictionary());
    }

    private static List<Triple> patterns(Triple triple) {
        Node subject = triple.getSubject();
        Node predicate = triple.getPredicate();
        Node object = triple.getObject();
        return List.of(
                triple,
                Triple.create(subject, Node.ANY, Node.ANY),
                Triple.create(subject, predicate, Node.ANY),
                Triple.create(subject, Node.ANY, object),
                Triple.create(Node.ANY, predicate, Node.ANY),
                Triple.create(Node.ANY, predicate, object),
                Triple.create(Node.ANY, Node.ANY, object));
    }

    private static Map<Node, IndexedGraph.Use> uses(IndexedGraph graph) {
        return graph.uses().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                use -> graph.dictionary().node(use.getKey()), Map.Entry::getValue));
    }

    private static void assertRangesFollowValues(TermDictionary terms) {
        for (int number = 0; number < terms.size(); number++) {
            Node term = terms.node(number);
            assertThat(terms.number(term)).isEqualTo(number);
            assertThat(TermDictionary.value(term).isPresent()).isEqualTo(number < terms.valued());
            if (number < terms.valued()) {
                BigDecimal value = TermDictionary.value(term).orElseThrow();
                assertThat(terms.firstFrom(value)).isLessThanOrEqualTo(number);
                assertThat(terms.firstAbove(value)).isGreaterThan(number);
            }
        }
    }

    private static Set<Triple> found(IndexedGraph graph, Triple pattern) {
        List<Triple> found = graph.find(pattern).toList();
        assertThat(found).doesNotHaveDuplicates();
        return new HashSet<>(found);
    }

    private static Set<Triple> triples(Random random, int count) {
        List<Triple> triples = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            triples.add(
                    Triple.create(
                            iri("s" + random.nextInt(15)),
                            iri("p" + random.nextInt(4)),
                            object(random)));
        }
        return new HashSet<>(triples);
    }

    private static Node object(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> iri("s" + random.nextInt(15));
            case 1 -> NodeFactory.createLiteralLang("name " + random.nextInt(20), "en");
            case 2 ->
                    NodeFactory.createLiteralDT(
                            Integer.toString(random.nextInt(30)), XSDDatatype.XSDinteger);
            default -> number((random.nextInt(60) - 30) / 2.0 + (random.nextBoolean() ? "0" : ""));
        };
    }

    private static Node number(String text) {
        return NodeFactory.createLiteralDT(text, XSDDatatype.XSDdecimal);
    }

    private static Node iri(String name) {
        return NodeFactory.createURI("https://example.org/" + name);
    }
}
