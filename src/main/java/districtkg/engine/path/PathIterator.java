package districtkg.engine.path;

import districtkg.engine.memory.LazyBinding;
import districtkg.engine.memory.MemoryBudget;
import districtkg.engine.memory.MemoryBudget.Hold;
import districtkg.engine.path.PathStep.Walk;
import districtkg.index.IndexedGraph;
import districtkg.index.TermDictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.path.PathLib;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/** Evaluates a property path for each input binding. */
public final class PathIterator extends QueryIterRepeatApply {
    private final IndexedGraph graph;
    private final TriplePath path;
    private final PathStep step;

    /**
     * Extends each input binding by the ends of a path.
     *
     * @param input the input bindings
     * @param path the path with its subject and object
     * @param step the same path, over the numbers of the graph
     */
    public PathIterator(
            QueryIterator input,
            IndexedGraph graph,
            TriplePath path,
            PathStep step,
            ExecutionContext context) {
        super(input, context);
        this.graph = graph;
        this.path = path;
        this.step = step;
    }

    @Override
    protected QueryIterator nextStage(Binding before) {
        Node subject = Var.lookup(before, path.getSubject());
        Node object = Var.lookup(before, path.getObject());
        if (unheardOf(subject) || (unheardOf(object) && !subject.isConcrete())) {
            return PathLib.execTriplePath(before, path, getExecContext()); // has one end at most
        }
        if (unheardOf(object)) {
            return QueryIterNullIterator.create(getExecContext());
        }
        Hold held = MemoryBudget.of(getExecContext()).hold();
        return held.until(
                QueryIterPlainWrapper.create(
                        new Rows(before, subject, object, held), getExecContext()));
    }

    private boolean unheardOf(Node node) {
        return node.isConcrete() && graph.dictionary().number(node) == TermDictionary.NONE;
    }

    private final class Rows implements Iterator<Binding> {
        private final Binding before;
        private final Node subject;
        private final Node object;
        private final Hold held;
        private final boolean backwards;
        private final List<Var> added = new ArrayList<>();
        private final PeekableIntIterator starts;
        private int start;
        private int[] ends = new int[4];
        private int count;
        private int at;

        Rows(Binding before, Node subject, Node object, Hold held) {
            this.before = before;
            this.subject = subject;
            this.object = object;
            this.held = held;
            this.backwards = !subject.isConcrete() && object.isConcrete();
            RoaringBitmap from = starts();
            held.take(PathStep.VISITED * from.getLongCardinality());
            this.starts = from.getIntIterator();
            if (!subject.isConcrete()) {
                added.add(Var.alloc(subject));
            }
            if (!object.isConcrete() && !object.equals(subject)) {
                added.add(Var.alloc(object));
            }
        }

        private RoaringBitmap starts() {
            if (subject.isConcrete() || object.isConcrete()) {
                return RoaringBitmap.bitmapOf(
                        graph.dictionary().number(backwards ? object : subject));
            }
            return step.starts(graph, false).orElseGet(() -> PathStep.nodes(graph));
        }

        @Override
        public boolean hasNext() {
            while (at == count && starts.hasNext()) {
                start = starts.next();
                held.give((long) Integer.BYTES * count);
                count = 0;
                at = 0;
                step.walk(new Walk(graph, held), start, backwards, this::meet);
            }
            return at < count;
        }

        private void meet(int end) {
            if (!wanted(end)) {
                return;
            }
            held.take(Integer.BYTES);
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, 2 * count);
            }
            ends[count++] = end;
        }

        /** Whether an end of the path matches the required end, if there is one. */
        private boolean wanted(int end) {
            if (subject.isConcrete() && object.isConcrete()) {
                return end == graph.dictionary().number(object);
            }
            return !object.equals(subject) || end == start;
        }

        @Override
        public Binding next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int end = ends[at++];
            int[] numbers =
                    switch (added.size()) {
                        case 0 -> new int[0];
                        case 1 -> new int[] {end};
                        default -> new int[] {start, end};
                    };
            return new LazyBinding(before, graph.dictionary(), added, numbers);
        }
    }
}
