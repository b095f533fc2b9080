package districtkg.index;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Makes graphs of triples: one of each name, and one of all. They share their terms. */
public final class GraphIndexer {
    private final TermDictionary.Builder terms = new TermDictionary.Builder();
    private final Map<Node, Collected> graphs = new LinkedHashMap<>();

    /** Adds a triple to a graph; one that is there already is not added twice. */
    public void add(Node graph, Triple triple) {
        graphs.computeIfAbsent(graph, unseen -> new Collected())
                .add(
                        terms.number(triple.getSubject()),
                        terms.number(triple.getPredicate()),
                        terms.number(triple.getObject()));
    }

    /** Whether a graph has any triple so far. */
    public boolean holds(Node graph) {
        return graphs.containsKey(graph);
    }

    /**
     * What was made.
     *
     * @param all the triples of all graphs
     * @param named each graph by its name
     */
    public record Graphs(IndexedGraph all, Map<Node, IndexedGraph> named) {}

    /** Makes the graphs of what was added so far. */
    public Graphs build() {
        int[] renumbered = terms.renumbered();
        TermDictionary dictionary = terms.build(renumbered);
        int size = graphs.values().stream().mapToInt(collected -> collected.size).sum();
        Collected all = new Collected(size);
        Map<Node, IndexedGraph> named = new LinkedHashMap<>();
        graphs.forEach(
                (name, collected) -> {
                    int from = all.size;
                    all.addAll(collected, renumbered);
                    named.put(name, new IndexedGraph(dictionary, all.order(from)));
                });
        IndexedGraph whole = new IndexedGraph(dictionary, all.order(0));
        whole.prepare();
        return new Graphs(whole, named);
    }

    /** Triples as they come, one array for each place. */
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

        /** Those from a place on, sorted. */
        TripleIndex order(int from) {
            return TripleIndex.of(subjects, predicates, objects, from, size);
        }
    }
}
