package districtkg.engine.memory;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * The memory budget of one query, shared by its operators: rows that are sorted, deduplicated or
 * stored in hash tables, groups with their strings, and visited nodes of paths. An operator
 * allocates through a {@link Hold}, which releases everything when the operator is closed. Not
 * thread-safe: a query runs in one thread at a time.
 */
public final class MemoryBudget {
    private static final Symbol HELD = Symbol.create("districtkg.held");
    private static final Symbol MOST = Symbol.create("districtkg.held.most");

    /** Bytes of a row, its hash table entry, and terms of usual size. */
    private static final int ROW = 200;

    /** Bytes of a group with the state of one aggregate. */
    private static final int GROUP = 600;

    /** Bytes of a computed term without its string. */
    private static final int TERM = 100;

    /** Characters of a string that {@link #ROW} includes. */
    private static final int SHORT = 100;

    private final long most;
    private long bytes;

    private MemoryBudget(long most) {
        this.most = most;
    }

    /** The budget of the query that runs in a context; each query has its own context. */
    public static MemoryBudget of(ExecutionContext running) {
        Context context = running.getContext();
        MemoryBudget known = context.get(HELD);
        if (known != null) {
            return known;
        }
        MemoryBudget held = new MemoryBudget(context.get(MOST, Long.MAX_VALUE));
        context.set(HELD, held);
        return held;
    }

    /** Sets the budget of the queries that run with a context, in bytes; unlimited by default. */
    public static void limit(Context context, long bytes) {
        context.set(MOST, bytes);
    }

    /** Starts counting the memory of one operator. */
    public Hold hold() {
        return new Hold();
    }

    /** Bytes that the operators use now. */
    long bytes() {
        return bytes;
    }

    /** The memory of one operator. */
    public final class Hold implements AutoCloseable {
        private long taken;

        private Hold() {}

        /**
         * Counts more memory.
         *
         * @throws MemoryBudgetExceeded if the budget is used up, as in all of these methods
         */
        public void take(long more) {
            taken += more;
            bytes += more;
            if (bytes > most) {
                throw new MemoryBudgetExceeded();
            }
        }

        /** Releases memory. */
        public void give(long less) {
            taken -= less;
            bytes -= less;
        }

        /** Counts a stored row. */
        public void row(Binding row) {
            take(size(row));
        }

        /** Counts a stored row of numbers. */
        public void row() {
            take(ROW);
        }

        /** Counts a group. */
        public void group() {
            take(GROUP);
        }

        /** Counts a distinct term. */
        public void term(Node term) {
            take(TERM + text(term));
        }

        /** Counts each row that the caller reads and stores. */
        public QueryIterator counted(QueryIterator read) {
            return new QueryIteratorWrapper(read) {
                @Override
                protected Binding moveToNextBinding() {
                    Binding row = super.moveToNextBinding();
                    row(row);
                    return row;
                }
            };
        }

        /** Counts rows of which the caller stores only a limited number at once. */
        public QueryIterator counted(QueryIterator read, long atOnce) {
            return new QueryIteratorWrapper(read) {
                private long rows;
                private long largest;

                @Override
                protected Binding moveToNextBinding() {
                    Binding row = super.moveToNextBinding();
                    rows = Math.min(rows + 1, atOnce);
                    largest = Math.max(largest, size(row));
                    take(Math.max(0, rows * largest - taken));
                    return row;
                }
            };
        }

        /** Releases the memory of the operator when its rows are closed. */
        public QueryIterator until(QueryIterator rows) {
            return new QueryIteratorWrapper(rows) {
                @Override
                protected void closeIterator() {
                    super.closeIterator();
                    Hold.this.close();
                }
            };
        }

        @Override
        public void close() {
            give(taken);
        }
    }

    /** Bytes of a row. Rows of the engine share their strings with the graph. */
    private static long size(Binding row) {
        if (row instanceof LazyBinding lazy && lazy.ofOneGraph()) {
            return ROW;
        }
        long[] size = {ROW};
        row.forEach((variable, value) -> size[0] += text(value));
        return size[0];
    }

    /** Bytes of the string of a term beyond the usual length. */
    public static long text(Node term) {
        return term.isLiteral()
                ? 2L * Math.max(0, term.getLiteralLexicalForm().length() - SHORT)
                : term.isTripleTerm()
                        ? text(term.getTriple().getSubject()) + text(term.getTriple().getObject())
                        : 0;
    }
}
