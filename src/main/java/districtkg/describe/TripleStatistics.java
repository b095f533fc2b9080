package districtkg.describe;

import districtkg.vocab.Dkg;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Statistics of a graph, from one pass over its subjects and one over its properties. After a
 * change, only the triples that it touches are counted again.
 */
final class TripleStatistics {
    private final Map<Pattern, Long> patterns = new HashMap<>();
    private final Map<NodeKind, Long> things = new HashMap<>();
    private final Map<Node, Long> subjectsOf = new HashMap<>();
    private final Map<Node, Long> objectsOf = new HashMap<>();
    private final Map<Link, Long> links = new HashMap<>();
    private long triples;
    private long distinctSubjects;
    private long distinctObjects;
    private long entities;

    /** Triples with one property between things of the same kinds. */
    record Pattern(NodeKind subject, Node property, NodeKind object) {}

    /** Triples with one property that link to another host. */
    record Link(Node property, String space) {}

    /** A copy, for counting a change. */
    TripleStatistics copy() {
        TripleStatistics copy = new TripleStatistics();
        copy.patterns.putAll(patterns);
        copy.things.putAll(things);
        copy.subjectsOf.putAll(subjectsOf);
        copy.objectsOf.putAll(objectsOf);
        copy.links.putAll(links);
        copy.triples = triples;
        copy.distinctSubjects = distinctSubjects;
        copy.distinctObjects = distinctObjects;
        copy.entities = entities;
        return copy;
    }

    /**
     * Counts a graph; nothing was counted before.
     *
     * @param kinds the kind of each node
     * @param wanted which of its triples to count
     */
    void count(Graph graph, Function<Node, NodeKind> kinds, Predicate<Triple> wanted) {
        Set<Node> properties = new HashSet<>();
        Set<Node> subjects = graph.stream().map(Triple::getSubject).collect(Collectors.toSet());
        for (Node subject : subjects) {
            countSubject(subject, graph, kinds, wanted, properties);
        }
        Set<Node> found = new HashSet<>();
        for (Node property : properties) {
            Set<Node> own = new HashSet<>();
            graph.stream(Node.ANY, property, Node.ANY)
                    .filter(wanted)
                    .map(Triple::getObject)
                    .forEach(own::add);
            objectsOf.put(property, (long) own.size());
            found.addAll(own);
        }
        distinctObjects = found.size();
    }

    private void countSubject(
            Node subject,
            Graph graph,
            Function<Node, NodeKind> kinds,
            Predicate<Triple> wanted,
            Set<Node> properties) {
        NodeKind sort = kinds.apply(subject);
        Set<Node> own = new HashSet<>();
        graph.stream(subject, Node.ANY, Node.ANY)
                .filter(wanted)
                .forEach(
                        triple -> {
                            triples++;
                            own.add(triple.getPredicate());
                            patterns.merge(
                                    new Pattern(
                                            sort,
                                            triple.getPredicate(),
                                            kinds.apply(triple.getObject())),
                                    1L,
                                    Long::sum);
                            link(triple, 1);
                        });
        own.forEach(property -> subjectsOf.merge(property, 1L, Long::sum));
        if (!own.isEmpty()) {
            distinctSubjects++;
            things.merge(sort, 1L, Long::sum);
            if (subject.toString().startsWith(Dkg.ID)) {
                entities++;
            }
        }
        properties.addAll(own);
    }

    private void link(Triple triple, long many) {
        if (Linksets.isLink(triple)) {
            add(links, new Link(triple.getPredicate(), Linksets.space(triple.getObject())), many);
        }
    }

    /** Adds to a count, which disappears when it becomes zero. */
    private static <T> void add(Map<T, Long> counts, T what, long many) {
        counts.merge(what, many, (was, more) -> was + more == 0 ? null : was + more);
    }

    /**
     * Takes triples out of the counts, before a graph is changed.
     *
     * @param touched all triples of which existence or kinds of nodes change; others do no harm
     * @param before the graph that was counted
     */
    void subtract(Set<Triple> touched, State before) {
        recount(touched, before, -1);
    }

    /**
     * Counts triples again, after a graph was changed.
     *
     * @param touched as for {@link #subtract}
     * @param after the changed graph
     */
    void add(Set<Triple> touched, State after) {
        recount(touched, after, 1);
    }

    /**
     * A graph at one time.
     *
     * @param counted whether a triple that is counted matches a pattern
     * @param kinds the kind of each node
     */
    record State(Predicate<Triple> counted, Function<Node, NodeKind> kinds) {}

    private void recount(Set<Triple> touched, State state, long sign) {
        Set<Triple> patterns = new HashSet<>();
        for (Triple triple : touched) {
            Node subject = triple.getSubject();
            Node property = triple.getPredicate();
            Node object = triple.getObject();
            patterns.add(Triple.create(subject, Node.ANY, Node.ANY));
            patterns.add(Triple.create(subject, property, Node.ANY));
            patterns.add(Triple.create(Node.ANY, property, object));
            patterns.add(Triple.create(Node.ANY, Node.ANY, object));
            if (state.counted().test(triple)) {
                triples += sign;
                add(
                        this.patterns,
                        new Pattern(
                                state.kinds().apply(subject),
                                property,
                                state.kinds().apply(object)),
                        sign);
                link(triple, sign);
            }
        }
        patterns.stream()
                .filter(state.counted())
                .forEach(pattern -> countDistinct(pattern, state, sign));
    }

    private void countDistinct(Triple pattern, State state, long sign) {
        Node subject = pattern.getSubject();
        Node property = pattern.getPredicate();
        if (!subject.isConcrete()) {
            if (property.isConcrete()) {
                add(objectsOf, property, sign);
            } else {
                distinctObjects += sign;
            }
        } else if (property.isConcrete()) {
            add(subjectsOf, property, sign);
        } else {
            distinctSubjects += sign;
            add(things, state.kinds().apply(subject), sign);
            entities += subject.toString().startsWith(Dkg.ID) ? sign : 0;
        }
    }

    Map<Pattern, Long> patterns() {
        return patterns;
    }

    /** The number of things of each kind. */
    Map<NodeKind, Long> things() {
        return things;
    }

    Set<Node> classes() {
        return things.keySet().stream()
                .flatMap(sort -> sort.classes().stream())
                .collect(Collectors.toSet());
    }

    Map<Link, Long> links() {
        return links;
    }

    Set<Node> properties() {
        return subjectsOf.keySet();
    }

    long subjectsOf(Node property) {
        return subjectsOf.getOrDefault(property, 0L);
    }

    long objectsOf(Node property) {
        return objectsOf.getOrDefault(property, 0L);
    }

    long triples() {
        return triples;
    }

    long subjects() {
        return distinctSubjects;
    }

    long objects() {
        return distinctObjects;
    }

    /** The number of things in the data set's IRI space. */
    long entities() {
        return entities;
    }
}
