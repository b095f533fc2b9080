package districtkg.index;

import java.util.function.IntPredicate;
import org.apache.jena.query.QueryCancelledException;

/**
 * Scans the triples of a graph that match a pattern of numbers. Each position is the number of a
 * term, {@link #ANY}, or {@link #ABSENT}. Not thread-safe.
 */
public final class IndexScan {
    /** Matches every term. */
    public static final int ANY = -1;

    /** Matches no term. */
    public static final int ABSENT = -2;

    private static final int BETWEEN_CHECKS = 0x3ff;

    /** The position of a triple that a column of an index holds. */
    private enum Place {
        SUBJECT,
        PREDICATE,
        OBJECT
    }

    private final IndexedGraph graph;
    private int subject;
    private int predicate;
    private int object;

    private int lowest;
    private int above = Integer.MAX_VALUE;
    private IntPredicate test = number -> true;
    private boolean tests;

    private TripleIndex order;
    private boolean whole;
    private boolean occurrences;
    private int place;
    private int places;
    private int at;
    private int end;
    private boolean single;
    private Place second = Place.PREDICATE;
    private Place third = Place.OBJECT;
    private int metSubject;
    private int metPredicate;
    private int metObject;
    private int steps;

    /** Creates a scan of a pattern, which is not started yet. */
    public IndexScan(IndexedGraph graph, int subject, int predicate, int object) {
        this.graph = graph;
        this.order = graph.bySubject();
        set(subject, predicate, object);
    }

    /** Sets the pattern of the next {@link #open}. */
    public void set(int subject, int predicate, int object) {
        this.subject = subject;
        this.predicate = predicate;
        this.object = object;
    }

    /**
     * Restricts objects to a range of numbers.
     *
     * @param lowest first number of the range
     * @param above first number after the range
     */
    public void between(int lowest, int above) {
        this.lowest = lowest;
        this.above = above;
    }

    /** Restricts objects by a test, if the object is not bound. */
    public void where(IntPredicate test) {
        this.test = test;
        this.tests = true;
    }

    /** Whether a position is {@link #ABSENT}, so that nothing matches. */
    public boolean impossible() {
        return subject == ABSENT || predicate == ABSENT || object == ABSENT;
    }

    /** Starts the scan with the current pattern. */
    public void open() {
        if (Thread.currentThread().isInterrupted()) {
            throw new QueryCancelledException();
        }
        whole = false;
        occurrences = false;
        single = false;
        at = 0;
        end = 0;
        metSubject = subject;
        metPredicate = predicate;
        metObject = object;
        if (impossible()) {
            return;
        }
        if (subject >= 0 && predicate >= 0 && object >= 0) {
            single = graph.bySubject().holds(subject, predicate, object);
        } else if (subject >= 0 && object >= 0) {
            occurrences();
        } else if (subject >= 0) {
            narrow(graph.bySubject(), subject, predicate, Place.PREDICATE, Place.OBJECT);
        } else if (predicate >= 0) {
            narrow(graph.byPredicate(), predicate, object, Place.OBJECT, Place.SUBJECT);
            values();
        } else if (object >= 0) {
            occurrences();
        } else {
            order = graph.bySubject();
            second = Place.PREDICATE;
            third = Place.OBJECT;
            whole = true;
            place = -1;
        }
    }

    /** The triples of an object are a range of the predicate order for each of its predicates. */
    private void occurrences() {
        occurrences = true;
        order = graph.byPredicate();
        second = Place.OBJECT;
        third = Place.SUBJECT;
        place = graph.byObject().from(object) - 1;
        places = graph.byObject().to(object);
    }

    /**
     * If only the predicate is bound, its objects are sorted, and a range of values is a range of
     * the array.
     */
    private void values() {
        if (object == ANY && (lowest > 0 || above < Integer.MAX_VALUE)) {
            int from = order.firstFrom(at, end, lowest);
            end = order.firstFrom(from, end, above);
            at = from;
        }
    }

    private void narrow(
            TripleIndex order, int first, int second, Place secondPlace, Place thirdPlace) {
        this.order = order;
        this.second = secondPlace;
        this.third = thirdPlace;
        at = order.from(first);
        end = order.to(first);
        if (second >= 0) {
            at = order.firstFrom(at, end, second);
            end = order.firstFrom(at, end, second + 1);
        }
    }

    /** Moves to the next triple; false if there is none. */
    public boolean next() {
        if (single) {
            single = false;
            return true;
        }
        while (true) {
            if (at >= end && !further()) {
                return false;
            }
            if ((++steps & BETWEEN_CHECKS) == 0 && Thread.currentThread().isInterrupted()) {
                throw new QueryCancelledException();
            }
            put(second, order.second(at));
            put(third, order.third(at));
            at++;
            if (object >= 0
                    || (metObject >= lowest
                            && metObject < above
                            && (!tests || test.test(metObject)))) {
                return true;
            }
        }
    }

    /** Goes on to the next range that is not empty; false if there is none. */
    private boolean further() {
        if (occurrences) {
            while (at >= end) {
                place++;
                if (place >= places) {
                    return false;
                }
                occurrence();
            }
            return true;
        }
        while (whole && at >= end) {
            place++;
            if (place >= order.places()) {
                return false;
            }
            metSubject = order.first(place);
            at = order.start(place);
            end = order.start(place + 1);
        }
        return at < end;
    }

    /** The range of the object and one of its predicates, and of the subject if it is bound. */
    private void occurrence() {
        metPredicate = graph.byObject().second(place);
        at = graph.byObject().third(place);
        int last = order.to(metPredicate);
        if (subject >= 0) {
            at = order.firstFrom(at, last, object, subject);
            boolean found = at < last && order.second(at) == object && order.third(at) == subject;
            end = found ? at + 1 : at;
        } else {
            end = order.firstFrom(at, last, object + 1);
        }
    }

    private void put(Place where, int number) {
        switch (where) {
            case SUBJECT -> metSubject = number;
            case PREDICATE -> metPredicate = number;
            case OBJECT -> metObject = number;
        }
    }

    /** The subject of the current triple. */
    public int subject() {
        return metSubject;
    }

    /** The predicate of the current triple. */
    public int predicate() {
        return metPredicate;
    }

    /** The object of the current triple. */
    public int object() {
        return metObject;
    }

    /** The number of matching triples, ignoring the test; -1 if only a scan could count them. */
    public int count() {
        open();
        if (whole) {
            return order.size();
        }
        int count = single ? 1 : end - at;
        for (place++; occurrences && place < places; place++) {
            occurrence();
            count += end - at;
        }
        return count;
    }
}
