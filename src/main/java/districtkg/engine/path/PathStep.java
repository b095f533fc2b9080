package districtkg.engine.path;

import districtkg.engine.memory.MemoryBudget.Hold;
import districtkg.index.IndexScan;
import districtkg.index.IndexedGraph;
import districtkg.index.TermDictionary;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.roaringbitmap.RoaringBitmap;

/**
 * A property path, evaluated over the numbers of a graph. It uses a queue instead of recursion, so
 * that no path is too long, and counts the visited nodes.
 */
public sealed interface PathStep {
    /** Bytes of a visited node. */
    int VISITED = 8;

    /** The path for a graph; empty for a form that SPARQL does not have. */
    static Optional<PathStep> of(Path path, IndexedGraph graph) {
        return switch (path) {
            case P_Link link -> Optional.of(new Link(number(graph, link.getNode())));
            case P_ReverseLink link ->
                    Optional.of(new Inverse(new Link(number(graph, link.getNode()))));
            case P_Inverse inverse -> of(inverse.getSubPath(), graph).map(Inverse::new);
            case P_Seq sequence ->
                    of(sequence.getLeft(), graph)
                            .flatMap(
                                    left ->
                                            of(sequence.getRight(), graph)
                                                    .map(right -> new Sequence(left, right)));
            case P_Alt either ->
                    of(either.getLeft(), graph)
                            .flatMap(
                                    left ->
                                            of(either.getRight(), graph)
                                                    .map(right -> new Either(left, right)));
            case P_ZeroOrOne once -> of(once.getSubPath(), graph).map(Optionally::new);
            case P_ZeroOrMore1 many -> of(many.getSubPath(), graph).map(of -> new Many(of, true));
            case P_OneOrMore1 many -> of(many.getSubPath(), graph).map(of -> new Many(of, false));
            case P_NegPropSet others ->
                    Optional.of(
                            new Others(
                                    numbers(graph, others.getFwdNodes()),
                                    numbers(graph, others.getBwdNodes())));
            default -> Optional.empty();
        };
    }

    private static int number(IndexedGraph graph, Node predicate) {
        int number = graph.dictionary().number(predicate);
        return number == TermDictionary.NONE ? IndexScan.ABSENT : number;
    }

    private static Set<Integer> numbers(IndexedGraph graph, List<Node> predicates) {
        return predicates.stream()
                .map(predicate -> number(graph, predicate))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reports every end of the path from a node, as often as SPARQL requires.
     *
     * @param backwards from its end to its starts
     */
    void walk(Walk walk, int node, boolean backwards, IntConsumer ends);

    /** A superset of the nodes where the path can start; empty if it can start anywhere. */
    Optional<RoaringBitmap> starts(IndexedGraph graph, boolean backwards);

    /**
     * The context of an evaluation.
     *
     * @param held counts the visited nodes
     */
    record Walk(IndexedGraph graph, Hold held) {
        private void step(int subject, int predicate, int object, IntConsumer ends) {
            IndexScan scan = new IndexScan(graph, subject, predicate, object);
            scan.open();
            while (scan.next()) {
                ends.accept(subject == IndexScan.ANY ? scan.subject() : scan.object());
            }
        }
    }

    /** A set of visited nodes. */
    final class Visited implements AutoCloseable {
        private final RoaringBitmap nodes = new RoaringBitmap();
        private final Hold held;
        private long count;

        Visited(Hold held) {
            this.held = held;
        }

        /** Adds a node; true if it was not in the set. */
        boolean add(int node) {
            boolean first = nodes.checkedAdd(node);
            if (first) {
                count++;
                held.take(VISITED);
            }
            return first;
        }

        @Override
        public void close() {
            held.give(VISITED * count);
        }
    }

    /** One triple. */
    record Link(int predicate) implements PathStep {
        @Override
        public void walk(Walk walk, int node, boolean backwards, IntConsumer ends) {
            if (backwards) {
                walk.step(IndexScan.ANY, predicate, node, ends);
            } else {
                walk.step(node, predicate, IndexScan.ANY, ends);
            }
        }

        @Override
        public Optional<RoaringBitmap> starts(IndexedGraph graph, boolean backwards) {
            RoaringBitmap starts = new RoaringBitmap();
            IndexScan scan = new IndexScan(graph, IndexScan.ANY, predicate, IndexScan.ANY);
            scan.open();
            while (scan.next()) {
                starts.add(backwards ? scan.object() : scan.subject());
            }
            return Optional.of(starts);
        }
    }

    /** {@code ^path}. */
    record Inverse(PathStep of) implements PathStep {
        @Override
        public void walk(Walk walk, int node, boolean backwards, IntConsumer ends) {
            of.walk(walk, node, !backwards, ends);
        }

        @Override
        public Optional<RoaringBitmap> starts(IndexedGraph graph, boolean backwards) {
            return of.starts(graph, !backwards);
        }
    }

    /** {@code left/right}. */
    record Sequence(PathStep left, PathStep right) implements PathStep {
        @Override
        public void walk(Walk walk, int node, boolean backwards, IntConsumer ends) {
            PathStep first = backwards ? right : left;
            PathStep second = backwards ? left : right;
            first.walk(
                    walk, node, backwards, between -> second.walk(walk, between, backwards, ends));
        }

        @Override
        public Optional<RoaringBitmap> starts(IndexedGraph graph, boolean backwards) {
            return (backwards ? right : left).starts(graph, backwards);
        }
    }

    /** {@code left|right}. */
    record Either(PathStep left, PathStep right) implements PathStep {
        @Override
        public void walk(Walk walk, int node, boolean backwards, IntConsumer ends) {
            left.walk(walk, node, backwards, ends);
            right.walk(walk, node, backwards, ends);
        }

        @Override
        public Optional<RoaringBitmap> starts(IndexedGraph graph, boolean backwards) {
            return left.starts(graph, backwards)
                    .flatMap(
                            some ->
                                    right.starts(graph, backwards)
                                            .map(others -> RoaringBitmap.or(some, others)));
        }
    }

    /** {@code path?}. */
    record Optionally(PathStep of) implements PathStep {
        @Override
        public void walk(Walk walk, int node, boolean backwards, IntConsumer ends) {
            try (Visited visited = new Visited(walk.held)) {
                visited.add(node);
                ends.accept(node);
                of.walk(
                        walk,
                        node,
                        backwards,
                        end -> {
                            if (visited.add(end)) {
                                ends.accept(end);
                            }
                        });
            }
        }

        @Override
        public Optional<RoaringBitmap> starts(IndexedGraph graph, boolean backwards) {
            return Optional.empty();
        }
    }

    /**
     * {@code path*} and {@code path+}.
     *
     * @param zero whether the empty path is included
     */
    record Many(PathStep of, boolean zero) implements PathStep {
        @Override
        public void walk(Walk walk, int node, boolean backwards, IntConsumer ends) {
            try (Visited visited = new Visited(walk.held)) {
                ArrayDeque<Integer> next = new ArrayDeque<>();
                IntConsumer meet =
                        end -> {
                            if (visited.add(end)) {
                                walk.held.take(2 * VISITED);
                                next.add(end);
                                ends.accept(end);
                            }
                        };
                if (zero) {
                    meet.accept(node);
                } else {
                    of.walk(walk, node, backwards, meet);
                }
                while (!next.isEmpty()) {
                    int from = next.remove();
                    walk.held.give(2 * VISITED);
                    of.walk(walk, from, backwards, meet);
                }
            }
        }

        @Override
        public Optional<RoaringBitmap> starts(IndexedGraph graph, boolean backwards) {
            return zero ? Optional.empty() : of.starts(graph, backwards);
        }
    }

    /**
     * {@code !(predicates)}: one triple with any other predicate.
     *
     * @param forwards predicates excluded from subject to object
     * @param inverse predicates excluded from object to subject
     */
    record Others(Set<Integer> forwards, Set<Integer> inverse) implements PathStep {
        @Override
        public void walk(Walk walk, int node, boolean backwards, IntConsumer ends) {
            if (!forwards.isEmpty()) {
                step(walk, node, backwards, forwards, ends);
            }
            if (!inverse.isEmpty()) {
                step(walk, node, !backwards, inverse, ends);
            }
        }

        private static void step(
                Walk walk, int node, boolean backwards, Set<Integer> but, IntConsumer ends) {
            IndexScan scan =
                    backwards
                            ? new IndexScan(walk.graph, IndexScan.ANY, IndexScan.ANY, node)
                            : new IndexScan(walk.graph, node, IndexScan.ANY, IndexScan.ANY);
            scan.open();
            while (scan.next()) {
                if (!but.contains(scan.predicate())) {
                    ends.accept(backwards ? scan.subject() : scan.object());
                }
            }
        }

        @Override
        public Optional<RoaringBitmap> starts(IndexedGraph graph, boolean backwards) {
            return Optional.empty();
        }
    }

    /** All nodes of a graph. */
    static RoaringBitmap nodes(IndexedGraph graph) {
        RoaringBitmap nodes = new RoaringBitmap();
        IndexScan scan = new IndexScan(graph, IndexScan.ANY, IndexScan.ANY, IndexScan.ANY);
        scan.open();
        while (scan.next()) {
            nodes.add(scan.subject());
            nodes.add(scan.object());
        }
        return nodes;
    }
}
