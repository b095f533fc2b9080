package districtkg.engine;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * The rows that the operators of one query hold: those that are to be sorted, grouped, told apart
 * or joined with others by a table. They may fill a quarter of the memory, and no more.
 */
final class Held {
    private static final Symbol HELD = Symbol.create("districtkg.held");
    private static final Symbol MOST = Symbol.create("districtkg.held.most");
    private static final int PART = 4;
    private static final int BYTES = 200;

    private final long most;
    private long rows;

    private Held(long most) {
        this.most = most;
    }

    /** Those of the query that runs in a context; a query has a context of its own. */
    static Held of(ExecutionContext running) {
        Context context = running.getContext();
        Held known = context.get(HELD);
        if (known != null) {
            return known;
        }
        Held held = new Held(context.get(MOST, Runtime.getRuntime().maxMemory() / PART / BYTES));
        context.set(HELD, held);
        return held;
    }

    /** Lets each query with a context hold so many rows. */
    static void most(Context context, long rows) {
        context.set(MOST, rows);
    }

    /**
     * One more is held.
     *
     * @throws Overfull where there is no room
     */
    void add() {
        if (++rows > most) {
            throw new Overfull();
        }
    }

    /** The same rows, each of which is held by whoever reads them. */
    QueryIterator counted(QueryIterator read) {
        return new QueryIteratorWrapper(read) {
            @Override
            protected Binding moveToNextBinding() {
                add();
                return super.moveToNextBinding();
            }
        };
    }
}
