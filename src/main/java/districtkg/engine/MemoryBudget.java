package districtkg.engine;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * What the operators of one query hold: rows that are to be sorted, told apart or joined with
 * others by a table, groups and their texts.
 */
final class MemoryBudget {
    private static final Symbol HELD = Symbol.create("districtkg.held");
    private static final Symbol MOST = Symbol.create("districtkg.held.most");
    private static final int ROW = 200;
    private static final int GROUP = 600;

    /** Two for each character, and twice as much while a text grows. */
    private static final int CHARACTER = 4;

    private final long most;
    private long bytes;

    private MemoryBudget(long most) {
        this.most = most;
    }

    /** What the query holds that runs in a context; a query has a context of its own. */
    static MemoryBudget of(ExecutionContext running) {
        Context context = running.getContext();
        MemoryBudget known = context.get(HELD);
        if (known != null) {
            return known;
        }
        MemoryBudget held = new MemoryBudget(context.get(MOST, Long.MAX_VALUE));
        context.set(HELD, held);
        return held;
    }

    static void most(Context context, long bytes) {
        context.set(MOST, bytes);
    }

    /**
     * One more row, or value that is to be told apart from others, is held.
     *
     * @throws MemoryBudgetExceeded where there is no room, as all of these do
     */
    void row() {
        add(ROW);
    }

    /** One more group is held. */
    void group() {
        add(GROUP);
    }

    /** A text that is held grows by so many characters. */
    void text(long characters) {
        add(characters * CHARACTER);
    }

    private void add(long more) {
        bytes += more;
        if (bytes > most) {
            throw new MemoryBudgetExceeded();
        }
    }

    /** The same rows, each of which is held by whoever reads them. */
    QueryIterator counted(QueryIterator read) {
        return new QueryIteratorWrapper(read) {
            @Override
            protected Binding moveToNextBinding() {
                row();
                return super.moveToNextBinding();
            }
        };
    }
}
