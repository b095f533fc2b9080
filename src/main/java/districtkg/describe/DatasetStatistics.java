package districtkg.describe;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * The counts of a data set from which its {@link VoidDescription} is written. After a change only
 * the triples that it touches are counted again. Immutable, but those that follow from each other
 * are for one thread at a time.
 */
public final class DatasetStatistics {
    private final NodeKinds kinds;
    private final TripleStatistics counts;
    private final Set<Triple> described;

    private DatasetStatistics(NodeKinds kinds, TripleStatistics counts, Set<Triple> described) {
        this.kinds = kinds;
        this.counts = counts;
        this.described = described;
    }

    /**
     * Counts a graph.
     *
     * @param data the union of all graphs except the description
     */
    public static DatasetStatistics of(Graph data) {
        NodeKinds kinds = new NodeKinds();
        TripleStatistics counts = new TripleStatistics();
        counts.count(
                data,
                kinds.in(data),
                triple -> !VoidDescription.isDescribed(triple),
                TripleStatistics.NOTHING);
        return new DatasetStatistics(
                kinds,
                counts,
                data.stream().filter(VoidDescription::isDescribed).collect(Collectors.toSet()));
    }

    /**
     * The statistics after a change.
     *
     * @param before the graph that was counted; it may have the triples of a description, too
     * @param after the changed graph
     * @param changed all triples that either graph has and the other has not; others do no harm
     */
    public DatasetStatistics changed(Graph before, Graph after, Set<Triple> changed) {
        Function<Node, NodeKind> was = kinds.in(before);
        Function<Node, NodeKind> is = kinds.in(after);
        Set<Triple> touched = new HashSet<>(changed);
        changed.stream()
                .filter(triple -> triple.getPredicate().equals(RDF.type.asNode()))
                .map(Triple::getSubject)
                .distinct()
                .filter(thing -> was.apply(thing) != is.apply(thing))
                .forEach(
                        thing -> {
                            for (Graph graph : Set.of(before, after)) {
                                graph.find(thing, Node.ANY, Node.ANY)
                                        .forEachRemaining(touched::add);
                                graph.find(Node.ANY, Node.ANY, thing)
                                        .forEachRemaining(touched::add);
                            }
                        });
        TripleStatistics next = counts.copy();
        next.recount(
                touched,
                triple -> !VoidDescription.isDescribed(triple),
                new TripleStatistics.State(before, was),
                new TripleStatistics.State(after, is));
        Set<Triple> nextDescribed = new HashSet<>(described);
        changed.stream()
                .filter(VoidDescription::isDescribed)
                .forEach(
                        triple -> {
                            if (after.contains(triple)) {
                                nextDescribed.add(triple);
                            } else {
                                nextDescribed.remove(triple);
                            }
                        });
        return new DatasetStatistics(kinds, next, nextDescribed);
    }

    /** The triples that the description may repeat or change; they are not counted. */
    Set<Triple> described() {
        return described;
    }

    /** A copy of the counts, to which a description can be added. */
    TripleStatistics counts() {
        return counts.copy();
    }

    NodeKinds kinds() {
        return kinds;
    }
}
