package districtkg.edition;

import districtkg.derive.Derivation;
import districtkg.derive.Rules;
import districtkg.source.SourceFile;
import districtkg.source.Sources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/**
 * What follows from sources, place by place. Rules compare documents of one place only, so the
 * documents of each place that has tables are derived with the shared lists and things, and without
 * the other places. Places are derived in parallel. The inference of changed sources takes what
 * follows from each place that is the same from the previous one, so that a change takes the time
 * of one place. Immutable.
 */
final class PlaceInference {
    /** Of no sources. */
    static final PlaceInference NONE = new PlaceInference(new Rules(List.of()), Map.of());

    private final Rules rules;

    /** The derived triples of each place, by the graphs of its files, compared by identity. */
    private final Map<List<Graph>, List<Triple>> places;

    private PlaceInference(Rules rules, Map<List<Graph>, List<Triple>> places) {
        this.rules = rules;
        this.places = places;
    }

    /**
     * How the derived triples change.
     *
     * @param removed no longer derived, or curated now
     * @param added newly derived, or no longer curated
     */
    record Change(Set<Triple> removed, Set<Triple> added) {}

    /** The graphs by which a place is known. */
    static List<Graph> graphs(Sources place) {
        return place.files().stream().map(SourceFile::graph).toList();
    }

    /** The inference of other sources. */
    PlaceInference next(Sources sources, Rules nextRules) {
        Map<List<Graph>, List<Triple>> known = rules.equals(nextRules) ? places : Map.of();
        record Place(List<Graph> graphs, List<Triple> triples) {}
        List<Place> parts =
                sources.byPlace().parallelStream()
                        .map(
                                place -> {
                                    List<Graph> graphs = graphs(place);
                                    List<Triple> triples = known.get(graphs);
                                    return new Place(
                                            graphs,
                                            triples == null ? derived(place, nextRules) : triples);
                                })
                        .toList();
        Map<List<Graph>, List<Triple>> next = new HashMap<>();
        parts.forEach(part -> next.put(part.graphs(), part.triples()));
        return new PlaceInference(nextRules, next);
    }

    private static List<Triple> derived(Sources place, Rules rules) {
        return Derivation.triples(place.asserted(), rules);
    }

    /**
     * All triples that follow and are not curated; one that follows from several places occurs
     * several times.
     *
     * @param curated the triples of all sources
     */
    Stream<Triple> triples(Graph curated) {
        return places.values().stream()
                .flatMap(List::stream)
                .filter(triple -> !curated.contains(triple));
    }

    /**
     * What follows differently from the inference that this one was made of.
     *
     * @param curated the triples of all sources now
     * @param touched the triples by which the sources changed
     */
    Change since(PlaceInference before, Graph curated, Set<Triple> touched) {
        Set<Triple> lost = new HashSet<>();
        before.places.forEach(
                (graphs, triples) -> {
                    if (places.get(graphs) != triples) {
                        lost.addAll(triples);
                    }
                });
        Set<Triple> fresh = new HashSet<>();
        List<List<Triple>> kept = new ArrayList<>();
        places.forEach(
                (graphs, triples) -> {
                    if (before.places.get(graphs) == triples) {
                        kept.add(triples);
                    } else {
                        triples.stream()
                                .filter(triple -> !lost.remove(triple) || touched.contains(triple))
                                .forEach(fresh::add);
                    }
                });
        lost.addAll(touched);
        lost.removeAll(fresh);
        Set<Triple> elsewhere = new HashSet<>();
        if (!lost.isEmpty()) {
            kept.forEach(
                    triples -> triples.stream().filter(lost::contains).forEach(elsewhere::add));
        }
        lost.removeAll(elsewhere);
        fresh.addAll(elsewhere);
        Set<Triple> added = new HashSet<>();
        fresh.forEach(triple -> (curated.contains(triple) ? lost : added).add(triple));
        return new Change(lost, added);
    }
}
