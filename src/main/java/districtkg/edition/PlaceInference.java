package districtkg.edition;

import districtkg.derive.Derivation;
import districtkg.derive.Rules;
import districtkg.source.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemFast;

/**
 * Derives what follows from sources place by place. Rules compare documents of one place only, so
 * each folder of tables is derived with the shared lists and things, and without the other places.
 * The time for all places is the sum of the times for each; they are derived in parallel.
 */
final class PlaceInference {
    private PlaceInference() {}

    /** The triples that follow from {@code sources} and are not in them, as a new graph. */
    static Graph of(Sources sources, Rules rules) {
        List<Path> places = sources.placeFolders();
        Graph asserted = sources.asserted();
        if (places.isEmpty()) {
            return Derivation.of(asserted, rules);
        }
        Graph all = new GraphMemFast();
        Stream.concat(
                        Stream.of(sources.outsidePlaceFolders()),
                        places.stream().map(sources::ofPlace))
                .parallel()
                .map(part -> Derivation.of(part.asserted(), rules))
                .sequential()
                .forEach(
                        derived ->
                                derived.stream()
                                        .forEach((Triple triple) -> add(triple, asserted, all)));
        return all;
    }

    private static void add(Triple triple, Graph asserted, Graph derived) {
        if (!asserted.contains(triple)) {
            derived.add(triple);
        }
    }
}
