package districtkg.index;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Builds graphs from earlier ones and a change. Sorted arrays are merged, not sorted again; the
 * time grows with the change, but for one pass over arrays of numbers. The earlier graphs stay as
 * they are. Terms that no graph uses any more keep their numbers. Not thread-safe.
 */
public final class GraphUpdate {
    private final GraphIndexer.Graphs base;
    private final TermDictionary.Extension terms;
    private final Map<Node, Delta> deltas = new LinkedHashMap<>();

    /** What a graph loses and gains, in the numbers of the extension. */
    private record Delta(TripleIndex removed, TripleIndex added) {
        boolean isEmpty() {
            return removed.size() == 0 && added.size() == 0;
        }
    }

    /**
     * Creates an update.
     *
     * @param base the earlier graphs; not changed
     */
    public GraphUpdate(GraphIndexer.Graphs base) {
        this.base = base;
        this.terms = new TermDictionary.Extension(base.all().dictionary());
    }

    /** Replaces the content of a graph, which need not exist; nothing removes it. */
    public void replace(Node name, Stream<Triple> content) {
        TripleIndex next = index(content);
        TripleIndex last = bySubject(name);
        deltas.put(name, new Delta(next.missing(last, new int[0]), last.missing(next, new int[0])));
    }

    /**
     * Changes the content of a graph, which need not exist.
     *
     * @param removed triples to remove, if the graph has them and {@code added} has not
     * @param added triples to add, if the graph has them not
     */
    public void change(Node name, Stream<Triple> removed, Stream<Triple> added) {
        TripleIndex last = bySubject(name);
        TripleIndex in = index(added);
        TripleIndex out = in.missing(index(removed), new int[0]);
        TripleIndex strangers = last.missing(out, new int[0]);
        deltas.put(
                name, new Delta(strangers.missing(out, new int[0]), last.missing(in, new int[0])));
    }

    private TripleIndex index(Stream<Triple> triples) {
        IntTriples numbers = new IntTriples();
        triples.forEach(
                triple ->
                        numbers.add(
                                terms.number(triple.getSubject()),
                                terms.number(triple.getPredicate()),
                                terms.number(triple.getObject())));
        return numbers.bySubject();
    }

    private TripleIndex bySubject(Node name) {
        IndexedGraph graph = base.named().get(name);
        return graph == null ? new IntTriples().bySubject() : graph.bySubject();
    }

    /** The triples that graphs lose, each with the name of its graph. */
    public void forEachRemoved(BiConsumer<Node, Triple> receiver) {
        deltas.forEach((name, delta) -> decode(name, delta.removed(), receiver));
    }

    /** The triples that graphs gain, each with the name of its graph. */
    public void forEachAdded(BiConsumer<Node, Triple> receiver) {
        deltas.forEach((name, delta) -> decode(name, delta.added(), receiver));
    }

    private void decode(Node name, TripleIndex triples, BiConsumer<Node, Triple> receiver) {
        triples.forEach(
                (subject, predicate, object) ->
                        receiver.accept(
                                name,
                                Triple.create(
                                        terms.node(subject),
                                        terms.node(predicate),
                                        terms.node(object))));
    }

    /** Builds the graphs. */
    public GraphIndexer.Graphs build() {
        int[] renumbered = terms.renumbered();
        TermDictionary dictionary = terms.build();
        Map<Node, TripleIndex> parts = new LinkedHashMap<>();
        Set<Node> names = new LinkedHashSet<>(base.named().keySet());
        names.addAll(deltas.keySet());
        TripleIndex none = new IntTriples().bySubject();
        for (Node name : names) {
            Delta delta = deltas.getOrDefault(name, new Delta(none, none));
            TripleIndex next =
                    bySubject(name)
                            .merged(
                                    renumbered,
                                    none.missing(delta.removed(), renumbered),
                                    none.missing(delta.added(), renumbered));
            if (next.size() > 0) {
                parts.put(name, next);
            }
        }
        IndexedGraph all = union(dictionary, parts, renumbered);
        Map<Node, IndexedGraph> named = new LinkedHashMap<>();
        parts.forEach(
                (name, part) ->
                        named.put(
                                name, new IndexedGraph(dictionary, part.within(all.bySubject()))));
        all.prepare();
        return new GraphIndexer.Graphs(all, named);
    }

    private IndexedGraph union(
            TermDictionary dictionary, Map<Node, TripleIndex> parts, int[] renumbered) {
        IntTriples removed = new IntTriples();
        IntTriples added = new IntTriples();
        TripleIndex last = base.all().bySubject();
        deltas.values().stream()
                .filter(delta -> !delta.isEmpty())
                .forEach(
                        delta -> {
                            TripleIndex none = new IntTriples().bySubject();
                            none.missing(delta.removed(), renumbered)
                                    .forEach(
                                            (subject, predicate, object) -> {
                                                if (!inAny(parts, subject, predicate, object)) {
                                                    removed.add(subject, predicate, object);
                                                }
                                            });
                            last.missing(delta.added(), renumbered).forEach(added::add);
                        });
        return new IndexedGraph(
                dictionary,
                last.merged(renumbered, removed.bySubject(), added.bySubject()),
                base.all()
                        .byPredicate()
                        .merged(renumbered, removed.byPredicate(), added.byPredicate()));
    }

    private static boolean inAny(
            Map<Node, TripleIndex> parts, int subject, int predicate, int object) {
        return parts.values().stream().anyMatch(part -> part.holds(subject, predicate, object));
    }
}
