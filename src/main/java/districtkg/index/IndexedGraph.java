package districtkg.index;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A graph that never changes, and that any number of threads may read. A thread that is interrupted
 * stops reading with a {@link org.apache.jena.query.QueryCancelledException}.
 */
public final class IndexedGraph extends GraphBase {
    /**
     * How a predicate is used.
     *
     * @param triples how many have it
     * @param subjects how many different subjects these have
     * @param objects how many different objects
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
        this.byPredicate = new Lazily<>(() -> turned(false));
        this.byObject = new Lazily<>(() -> turned(true));
        this.uses = new Lazily<>(this::count);
    }

    /** Builds now what is else built at first use. */
    void prepare() {
        byPredicate.get();
        byObject.get();
        uses.get();
    }

    public TermDictionary dictionary() {
        return dictionary;
    }

    /** Subject, then predicate and object. */
    public TripleIndex bySubject() {
        return bySubject;
    }

    /** Predicate, then object and subject. */
    public TripleIndex byPredicate() {
        return byPredicate.get();
    }

    /** Object, then subject and predicate. */
    public TripleIndex byObject() {
        return byObject.get();
    }

    /** How each predicate is used, by its number. */
    public Map<Integer, Use> uses() {
        return uses.get();
    }

    /** How many different terms are subjects. */
    int subjects() {
        return used(bySubject);
    }

    /** How many different terms are objects. */
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
     * The number of a term; {@link IndexScan#ANY} for what is none, {@link IndexScan#ABSENT} for
     * others.
     */
    private int term(Node node) {
        if (node == null || !node.isConcrete()) {
            return IndexScan.ANY;
        }
        int number = dictionary.number(node);
        return number == TermDictionary.NONE ? IndexScan.ABSENT : number;
    }

    private TripleIndex turned(boolean byObject) {
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
        return byObject
                ? TripleIndex.of(objects, subjects, predicates, 0, objects.length)
                : TripleIndex.of(predicates, objects, subjects, 0, objects.length);
    }

    private Map<Integer, Use> count() {
        Map<Integer, Integer> subjects = new HashMap<>();
        for (int place = 0; place < bySubject.places(); place++) {
            int last = TermDictionary.NONE;
            for (int at = bySubject.start(place); at < bySubject.start(place + 1); at++) {
                if (bySubject.second(at) != last) {
                    last = bySubject.second(at);
                    subjects.merge(last, 1, Integer::sum);
                }
            }
        }
        TripleIndex order = byPredicate();
        Map<Integer, Use> counted = new HashMap<>();
        subjects.forEach(
                (predicate, many) -> {
                    int from = order.from(predicate);
                    int to = order.to(predicate);
                    int objects = 0;
                    for (int at = from; at < to; at++) {
                        objects += at == from || order.second(at) != order.second(at - 1) ? 1 : 0;
                    }
                    counted.put(predicate, new Use(to - from, many, objects));
                });
        return counted;
    }

    /** The triples that a scan meets. */
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

    /** A value that the first who asks for it computes, and the others wait for. */
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
