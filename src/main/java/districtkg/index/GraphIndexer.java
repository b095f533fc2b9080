package districtkg.index;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Builds graphs from triples: one for each name, and their union. All share one term dictionary.
 * Not thread-safe.
 */
public final class GraphIndexer {
    private final TermDictionary.Builder terms = new TermDictionary.Builder();
    private final Map<Node, Collected> graphs = new LinkedHashMap<>();

    /** Adds a triple to a graph, unless the graph contains it. */
    public void add(Node graph, Triple triple) {
        graphs.computeIfAbsent(graph, unseen -> new Collected())
                .add(
                        terms.number(triple.getSubject()),
                        terms.number(triple.getPredicate()),
                        terms.number(triple.getObject()));
    }

    /** Whether a graph contains any triple so far. */
    public boolean holds(Node graph) {
        return graphs.containsKey(graph);
    }

    /**
     * The result.
     *
     * @param all the union of all graphs
     * @param named the graphs by name
     */
    public record Graphs(IndexedGraph all, Map<Node, IndexedGraph> named) {}

    /** Builds the graphs of the triples added so far. */
    public Graphs build() {
        int[] renumbered = terms.renumbered();
        TermDictionary dictionary = terms.build();
        int size = graphs.values().stream().mapToInt(collected -> collected.size).sum();
        Collected all = new Collected(size);
        Map<Node, TripleIndex> parts = new LinkedHashMap<>();
        graphs.forEach(
                (name, collected) -> {
                    int from = all.size;
                    all.addAll(collected, renumbered);
                    parts.put(name, all.order(from));
                });
        IndexedGraph whole = new IndexedGraph(dictionary, all.order(0));
        Map<Node, IndexedGraph> named = new LinkedHashMap<>();
        parts.forEach(
                (name, part) ->
                        named.put(
                                name,
                                new IndexedGraph(dictionary, part.within(whole.bySubject()))));
        whole.prepare();
        return new Graphs(whole, named);
    }

    /** Triples in the order of arrival, with one array per position. */
    private static final class Collected {
        private int[] subjects;
        private int[] predicates;
        private int[] objects;
        private int size;

        Collected() {
            this(64);
        }

        Collected(int capacity) {
            subjects = new int[capacity];
            predicates = new int[capacity];
            objects = new int[capacity];
        }

        void add(int subject, int predicate, int object) {
            if (size == subjects.length) {
                int larger = size + (size >> 1) + 1;
                subjects = Arrays.copyOf(subjects, larger);
                predicates = Arrays.copyOf(predicates, larger);
                objects = Arrays.copyOf(objects, larger);
            }
            subjects[size] = subject;
            predicates[size] = predicate;
            objects[size++] = object;
        }

        void addAll(Collected other, int[] renumbered) {
            for (int at = 0; at < other.size; at++) {
                add(
                        renumbered[other.subjects[at]],
                        renumbered[other.predicates[at]],
                        renumbered[other.objects[at]]);
            }
        }

        /** The triples from a position on, sorted. */
        TripleIndex order(int from) {
            return TripleIndex.of(subjects, predicates, objects, from, size);
        }
    }
}
