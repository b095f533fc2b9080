package districtkg.engine.join;

import districtkg.engine.memory.LazyBinding;
import districtkg.engine.memory.MemoryBudget;
import districtkg.index.IndexedGraph;
import districtkg.index.TermDictionary;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.expr.Expr;

/** Evaluates a basic graph pattern and its filters for each input binding. */
public final class JoinIterator extends QueryIterRepeatApply {
    private final IndexedGraph graph;
    private final List<Triple> triples;
    private final List<Expr> expressions;

    /**
     * Extends each input binding by the matches of a graph pattern.
     *
     * @param input the input bindings
     * @param triples the triple patterns, all of them {@link EncodedPattern#plain}
     * @param expressions the filters of the pattern
     */
    public JoinIterator(
            QueryIterator input,
            IndexedGraph graph,
            List<Triple> triples,
            List<Expr> expressions,
            ExecutionContext context) {
        super(input, context);
        this.graph = graph;
        this.triples = triples;
        this.expressions = expressions;
    }

    @Override
    protected QueryIterator nextStage(Binding before) {
        MemoryBudget.Hold held = MemoryBudget.of(getExecContext()).hold();
        PreparedJoin join =
                PreparedJoin.of(graph, triples, expressions, before, held, getExecContext());
        return held.until(
                QueryIterPlainWrapper.create(
                        new Bindings(before, graph.dictionary(), join), getExecContext()));
    }

    /** Converts rows to bindings of Jena. */
    private static final class Bindings implements Iterator<Binding> {
        private final Binding before;
        private final TermDictionary dictionary;
        private final List<Var> variables;
        private final int[] added;
        private final RowIterator rows;
        private boolean ready;
        private boolean ended;

        Bindings(Binding before, TermDictionary dictionary, PreparedJoin join) {
            this.before = before;
            this.dictionary = dictionary;
            this.rows = join.rows();
            this.added =
                    IntStream.range(0, join.variables().size())
                            .filter(slot -> !join.known().get(slot))
                            .toArray();
            this.variables = IntStream.of(added).mapToObj(join.variables()::get).toList();
        }

        @Override
        public boolean hasNext() {
            if (!ready && !ended) {
                ready = rows.next();
                ended = !ready;
            }
            return ready;
        }

        @Override
        public Binding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ready = false;
            int[] numbers = new int[added.length];
            for (int at = 0; at < added.length; at++) {
                numbers[at] = rows.row()[added[at]];
            }
            return new LazyBinding(before, dictionary, variables, numbers);
        }
    }
}
