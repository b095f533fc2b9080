package districtkg.engine;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * How much memory the operators of one query may hold: rows that are to be sorted, told apart or
 * joined with others by a table, groups with their texts, and sets of nodes that a path has
 * visited. An operator takes its memory through a {@link Hold}, which gives all of it back when the
 * operator is closed. A query runs in one thread at a time, so nothing here is synchronized.
 */
final class MemoryBudget {
    private static final Symbol HELD = Symbol.create("districtkg.held");
    private static final Symbol MOST = Symbol.create("districtkg.held.most");

    /** Bytes of a row, of the entry of a table that points to it, and of its usual terms. */
    private static final int ROW = 200;

    /** Bytes of a group with the state of one aggregate. */
    private static final int GROUP = 600;

    /** Bytes of a term that a query made, without its text. */
    private static final int TERM = 100;

    /** Characters of a text that are within {@link #ROW}. */
    private static final int SHORT = 100;

    private final long most;
    private long bytes;

    private MemoryBudget(long most) {
        this.most = most;
    }

    /** The budget of the query that runs in a context; each query has its own context. */
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

    /** Memory for one operator, none yet. */
    Hold hold() {
        return new Hold();
    }

    /** Bytes that the operators hold now. */
    long bytes() {
        return bytes;
    }

    /** The memory of one operator. */
    final class Hold implements AutoCloseable {
        private long taken;

        private Hold() {}

        /**
         * More memory is held.
         *
         * @throws MemoryBudgetExceeded where there is no room, as all of these do
         */
        void take(long more) {
            taken += more;
            bytes += more;
            if (bytes > most) {
                throw new MemoryBudgetExceeded();
            }
        }

        /** Some of it is held no longer. */
        void give(long less) {
            taken -= less;
            bytes -= less;
        }

        /** One more row is held. */
        void row(Binding row) {
            take(size(row));
        }

        /** One more row of numbers is held. */
        void row() {
            take(ROW);
        }

        /** One more group is held. */
        void group() {
            take(GROUP);
        }

        /** One more term is held that is to be told apart from others. */
        void term(Node term) {
            take(TERM + text(term));
        }

        /** The same rows, each of which is held by whoever reads them. */
        QueryIterator counted(QueryIterator read) {
            return new QueryIteratorWrapper(read) {
                @Override
                protected Binding moveToNextBinding() {
                    Binding row = super.moveToNextBinding();
                    row(row);
                    return row;
                }
            };
        }

        /** The same rows, of which their reader holds no more than a number at once. */
        QueryIterator counted(QueryIterator read, long atOnce) {
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

        /** The rows of the operator; when they are closed, its memory is free. */
        QueryIterator until(QueryIterator rows) {
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

    /** Bytes of a row; the texts of rows of our own are those of the graph. */
    private static long size(Binding row) {
        if (row instanceof LazyBinding lazy && lazy.ofOneGraph()) {
            return ROW;
        }
        long[] size = {ROW};
        row.forEach((variable, value) -> size[0] += text(value));
        return size[0];
    }

    /** Bytes of the text of a term beyond the usual length. */
    static long text(Node term) {
        return term.isLiteral()
                ? 2L * Math.max(0, term.getLiteralLexicalForm().length() - SHORT)
                : term.isTripleTerm()
                        ? text(term.getTriple().getSubject()) + text(term.getTriple().getObject())
                        : 0;
    }
}
