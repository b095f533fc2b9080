package districtkg.describe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.vocabulary.RDF;

/**
 * The counts of a data set from which its {@link VoidDescription} is written. They include the
 * description itself, which is a layer on top of the data. After a change only the triples that it
 * touches are counted again. Immutable, but those that follow from each other are for one thread at
 * a time.
 */
public final class DatasetStatistics {
    private final NodeKinds kinds;
    private final TripleStatistics counts;

    /** The triples of the data that a description may repeat or change. */
    private final Set<Triple> described;

    private final Set<Triple> description;

    /** Both, without duplicates. Not changed. */
    private final GraphMemFast layer;

    private DatasetStatistics(
            NodeKinds kinds,
            TripleStatistics counts,
            Set<Triple> described,
            Set<Triple> description,
            GraphMemFast layer) {
        this.kinds = kinds;
        this.counts = counts;
        this.described = described;
        this.description = description;
        this.layer = layer;
    }

    /**
     * Counts a graph.
     *
     * @param data the union of all graphs except the description
     */
    public static DatasetStatistics of(Graph data) {
        NodeKinds kinds = new NodeKinds();
        TripleStatistics counts = new TripleStatistics();
        counts.count(data, kinds.in(data), triple -> !VoidDescription.isDescribed(triple));
        Set<Triple> described =
                data.stream().filter(VoidDescription::isDescribed).collect(Collectors.toSet());
        return new DatasetStatistics(kinds, counts, Set.of(), Set.of(), new GraphMemFast())
                .changed(data, data, described);
    }

    /**
     * The statistics after a change of the data; the description is still the earlier one.
     *
     * @param before the graph that was counted; it may have the triples of a description, too
     * @param after the changed graph
     * @param changed all triples that either graph has and the other has not; others do no harm
     */
    public DatasetStatistics changed(Graph before, Graph after, Set<Triple> changed) {
        Set<Triple> nextDescribed = new HashSet<>(described);
        for (Triple triple : changed) {
            if (VoidDescription.isDescribed(triple)) {
                if (after.contains(triple)) {
                    nextDescribed.add(triple);
                } else {
                    nextDescribed.remove(triple);
                }
            }
        }
        return next(before, after, changed, nextDescribed, description);
    }

    /**
     * The statistics with the description of the data, which is written and counted again until it
     * does not change.
     *
     * @param data the graph that was counted
     * @param write the description that follows from counts and from the size of the previous one
     */
    DatasetStatistics settled(
            Graph data, BiFunction<TripleStatistics, Integer, Set<Triple>> write) {
        DatasetStatistics last = this;
        while (true) {
            Set<Triple> next = write.apply(last.counts, last.description.size());
            Set<Triple> changed = difference(last.description, next);
            if (changed.isEmpty()) {
                return last;
            }
            last = last.next(data, data, changed, described, next);
        }
    }

    /** The triples of the description; none before the statistics are settled. */
    public Stream<Triple> description() {
        return description.stream();
    }

    private DatasetStatistics next(
            Graph before,
            Graph after,
            Set<Triple> changed,
            Set<Triple> nextDescribed,
            Set<Triple> nextDescription) {
        GraphMemFast nextLayer = layer.copy();
        for (Triple triple : changed) {
            if (nextDescribed.contains(triple) || nextDescription.contains(triple)) {
                nextLayer.add(triple);
            } else {
                nextLayer.delete(triple);
            }
        }
        TripleStatistics.State was = state(before, layer);
        TripleStatistics.State is = state(after, nextLayer);
        Set<Triple> touched = touched(changed, was, is, List.of(before, after, layer, nextLayer));
        TripleStatistics next = counts.copy();
        next.subtract(touched, was);
        next.add(touched, is);
        return new DatasetStatistics(kinds, next, nextDescribed, nextDescription, nextLayer);
    }

    /** Data with a layer on top of those triples that are counted. */
    private TripleStatistics.State state(Graph data, Graph layer) {
        return new TripleStatistics.State(
                pattern -> layer.contains(pattern) || VoidDescription.isCounted(data, pattern),
                kinds.in(data, layer));
    }

    /** Changed triples, and those of things of which the kind is another. */
    private static Set<Triple> touched(
            Set<Triple> changed,
            TripleStatistics.State was,
            TripleStatistics.State is,
            List<Graph> graphs) {
        Set<Triple> touched = new HashSet<>(changed);
        changed.stream()
                .filter(triple -> triple.getPredicate().equals(RDF.type.asNode()))
                .map(Triple::getSubject)
                .distinct()
                .filter(thing -> was.kinds().apply(thing) != is.kinds().apply(thing))
                .forEach(
                        thing -> {
                            for (Graph graph : graphs) {
                                graph.find(thing, Node.ANY, Node.ANY)
                                        .forEachRemaining(touched::add);
                                graph.find(Node.ANY, Node.ANY, thing)
                                        .forEachRemaining(touched::add);
                            }
                        });
        return touched;
    }

    /** The triples that one of two sets has and the other has not. */
    private static Set<Triple> difference(Set<Triple> one, Set<Triple> other) {
        return Stream.concat(
                        one.stream().filter(triple -> !other.contains(triple)),
                        other.stream().filter(triple -> !one.contains(triple)))
                .collect(Collectors.toSet());
    }
}
