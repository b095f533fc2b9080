package districtkg.index;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * An immutable graph. Safe for any number of threads. An interrupted thread stops reading with a
 * {@link org.apache.jena.query.QueryCancelledException}.
 */
public final class IndexedGraph extends GraphBase {
    /**
     * Statistics of a predicate.
     *
     * @param triples number of its triples
     * @param subjects number of its distinct subjects
     * @param objects number of its distinct objects
     */
    public record Use(int triples, int subjects, int objects) {}

    private final TermDictionary dictionary;
    private final TripleIndex bySubject;
    private final Lazily<TripleIndex> byPredicate;
    private final Lazily<TripleIndex> byObject;
    private final Lazily<Map<Integer, Use>> uses;

    IndexedGraph(TermDictionary dictionary, TripleIndex bySubject) {
        this.dictionary = dictionary;
        this.bySubject = bySubject;
        this.byPredicate = new Lazily<>(this::turned);
        this.byObject = new Lazily<>(this::occurrences);
        this.uses = new Lazily<>(this::count);
    }

    IndexedGraph(
            TermDictionary dictionary,
            TripleIndex bySubject,
            TripleIndex byPredicate,
            Map<Integer, Use> uses) {
        this.dictionary = dictionary;
        this.bySubject = bySubject;
        this.byPredicate = new Lazily<>(() -> byPredicate);
        this.byObject = new Lazily<>(this::occurrences);
        this.uses = new Lazily<>(() -> uses);
    }

    IndexedGraph(TermDictionary dictionary, TripleIndex bySubject, TripleIndex byPredicate) {
        this.dictionary = dictionary;
        this.bySubject = bySubject;
        this.byPredicate = new Lazily<>(() -> byPredicate);
        this.byObject = new Lazily<>(this::occurrences);
        this.uses = new Lazily<>(this::count);
    }

    /** Builds the indexes that are otherwise built on first use, side by side. */
    void prepare() {
        Stream.of(uses, byObject).parallel().forEach(Lazily::get);
    }

    /** The numbers of the terms; graphs of one data set share it. */
    public TermDictionary dictionary() {
        return dictionary;
    }

    /** The index subject, predicate, object. */
    public TripleIndex bySubject() {
        return bySubject;
    }

    /** The index predicate, object, subject. */
    public TripleIndex byPredicate() {
        return byPredicate.get();
    }

    /**
     * For each object its predicates, and for each of these, as third number, the position in
     * {@link #byPredicate} where the triples of both begin.
     */
    public TripleIndex byObject() {
        return byObject.get();
    }

    /** Statistics of each predicate, by its number. */
    public Map<Integer, Use> uses() {
        return uses.get();
    }

    /** The number of distinct subjects. */
    int subjects() {
        return used(bySubject);
    }

    /** The number of distinct objects. */
    int objects() {
        return used(byObject());
    }

    private static int used(TripleIndex order) {
        int used = 0;
        for (int place = 0; place < order.places(); place++) {
            used += order.start(place) < order.start(place + 1) ? 1 : 0;
        }
        return used;
    }

    @Override
    protected int graphBaseSize() {
        return bySubject.size();
    }

    @Override
    protected boolean graphBaseContains(Triple triple) {
        return graphBaseFind(triple).hasNext();
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple triple) {
        return graphBaseFind(triple.getSubject(), triple.getPredicate(), triple.getObject());
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Node subject, Node predicate, Node object) {
        IndexScan scan = new IndexScan(this, term(subject), term(predicate), term(object));
        if (scan.impossible()) {
            return NullIterator.instance();
        }
        return WrappedIterator.create(new Triples(scan));
    }

    /**
     * The number of a term; {@link IndexScan#ANY} for a wildcard, {@link IndexScan#ABSENT} for a
     * term that the graph does not contain.
     */
    private int term(Node node) {
        if (node == null || !node.isConcrete()) {
            return IndexScan.ANY;
        }
        int number = dictionary.number(node);
        return number == TermDictionary.NONE ? IndexScan.ABSENT : number;
    }

    private TripleIndex turned() {
        int[] subjects = new int[bySubject.size()];
        int[] predicates = new int[bySubject.size()];
        int[] objects = new int[bySubject.size()];
        for (int place = 0; place < bySubject.places(); place++) {
            for (int at = bySubject.start(place); at < bySubject.start(place + 1); at++) {
                subjects[at] = bySubject.first(place);
                predicates[at] = bySubject.second(at);
                objects[at] = bySubject.third(at);
            }
        }
        return TripleIndex.of(predicates, objects, subjects, 0, objects.length);
    }

    private TripleIndex occurrences() {
        TripleIndex order = byPredicate();
        IntTriples found = new IntTriples();
        for (int place = 0; place < order.places(); place++) {
            int last = TermDictionary.NONE;
            for (int at = order.start(place); at < order.start(place + 1); at++) {
                if (order.second(at) != last) {
                    last = order.second(at);
                    found.add(last, order.first(place), at);
                }
            }
        }
        return found.bySubject();
    }

    private Map<Integer, Use> count() {
        int[] subjects = new int[dictionary.size()];
        for (int place = 0; place < bySubject.places(); place++) {
            int last = TermDictionary.NONE;
            for (int at = bySubject.start(place); at < bySubject.start(place + 1); at++) {
                if (bySubject.second(at) != last) {
                    last = bySubject.second(at);
                    subjects[last]++;
                }
            }
        }
        TripleIndex order = byPredicate();
        Map<Integer, Use> counted = new HashMap<>();
        for (int place = 0; place < order.places(); place++) {
            int from = order.start(place);
            int to = order.start(place + 1);
            int objects = 0;
            for (int at = from; at < to; at++) {
                objects += at == from || order.second(at) != order.second(at - 1) ? 1 : 0;
            }
            if (from < to) {
                int predicate = order.first(place);
                counted.put(predicate, new Use(to - from, subjects[predicate], objects));
            }
        }
        return counted;
    }

    /** The triples of a scan. */
    private final class Triples implements Iterator<Triple> {
        private final IndexScan scan;
        private boolean ready;
        private boolean ended;

        Triples(IndexScan scan) {
            this.scan = scan;
            scan.open();
        }

        @Override
        public boolean hasNext() {
            if (!ready && !ended) {
                ready = scan.next();
                ended = !ready;
            }
            return ready;
        }

        @Override
        public Triple next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ready = false;
            return Triple.create(
                    dictionary.node(scan.subject()),
                    dictionary.node(scan.predicate()),
                    dictionary.node(scan.object()));
        }
    }

    /** A value that is computed once, by the first thread that needs it; other threads wait. */
    private static final class Lazily<T> {
        private final Supplier<T> source;
        private final AtomicReference<T> value = new AtomicReference<>();

        Lazily(Supplier<T> source) {
            this.source = source;
        }

        T get() {
            T known = value.get();
            return known != null ? known : first();
        }

        private synchronized T first() {
            T known = value.get();
            if (known == null) {
                known = source.get();
                value.set(known);
            }
            return known;
        }
    }
}
