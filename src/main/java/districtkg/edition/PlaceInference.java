package districtkg.edition;

import districtkg.derive.Derivation;
import districtkg.derive.Rules;
import districtkg.source.SourceFile;
import districtkg.source.Sources;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;

/**
 * Derives what follows from sources place by place. Rules compare documents of one place only, so
 * the documents of each place that has tables are derived with the shared lists and things, and
 * without the other places. Places are derived in parallel. What follows from a place is kept, and
 * used again while its files, the shared files and the rules are the same, so that a change takes
 * the time of one place. Thread-safe.
 */
public final class PlaceInference {
    /** The derived triples of the places of the latest sources. */
    private volatile Map<Basis, List<Triple>> latest = Map.of();

    /** From what the triples of a place follow. The graphs of files are compared by identity. */
    private record Basis(List<SourceFile> files, Rules rules) {}

    /** The triples that follow from {@code sources} and are not in them, as a new graph. */
    Graph of(Sources sources, Rules rules) {
        Map<Basis, List<Triple>> known = latest;
        Map<Basis, List<Triple>> next = new ConcurrentHashMap<>();
        Graph asserted = sources.asserted();
        Graph all = new GraphMemFast();
        List<List<Triple>> parts =
                sources.byPlace().parallelStream()
                        .map(place -> derived(place, rules, known, next))
                        .toList();
        for (List<Triple> part : parts) {
            part.stream().filter(triple -> !asserted.contains(triple)).forEach(all::add);
        }
        latest = Map.copyOf(next);
        return all;
    }

    private static List<Triple> derived(
            Sources place,
            Rules rules,
            Map<Basis, List<Triple>> known,
            Map<Basis, List<Triple>> next) {
        Basis basis = new Basis(place.files(), rules);
        List<Triple> triples = known.get(basis);
        if (triples == null) {
            triples = Derivation.of(place.asserted(), rules).stream().toList();
        }
        next.put(basis, triples);
        return triples;
    }
}
