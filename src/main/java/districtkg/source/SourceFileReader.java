package districtkg.source;

import districtkg.problem.Fault;
import districtkg.source.rdf.RdfFileReader;
import districtkg.source.rdf.UnpublishableTerms;
import districtkg.vocab.Dkg;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;

/** Reads the graphs of one RDF file, gives each its role, and checks what they may contain. */
final class SourceFileReader {
    private SourceFileReader() {}

    /** The graphs of a file; empty if it cannot be read, and then {@code faults} has grown. */
    static List<SourceFile> read(Path path, List<Fault> faults) {
        Optional<DatasetGraph> held = RdfFileReader.read(path, faults);
        if (held.isEmpty()) {
            return List.of();
        }
        List<SourceFile> files = split(path, held.get());
        for (SourceFile file : files) {
            faults.addAll(unpublishable(file));
            faults.addAll(ForeignShapes.in(file));
        }
        return files;
    }

    private static List<Fault> unpublishable(SourceFile file) {
        TripleLocations lines = new TripleLocations(Sources.NONE.with(file));
        return file.graph().stream()
                .flatMap(
                        triple ->
                                UnpublishableTerms.in(
                                        triple,
                                        one ->
                                                lines.of(
                                                        one.getSubject(),
                                                        one.getPredicate(),
                                                        one.getObject()))
                                        .stream())
                .toList();
    }

    private static List<SourceFile> split(Path path, DatasetGraph held) {
        List<SourceFile> files = new ArrayList<>();
        Graph plain = held.getDefaultGraph();
        if (!plain.isEmpty()) {
            SourceRole role = SourceRole.of(plain);
            files.add(new SourceFile(path, role.graphName(plain), role, plain));
        }
        held.listGraphNodes()
                .forEachRemaining(
                        name -> {
                            if (!name.equals(Dkg.DERIVED)) {
                                Graph graph = held.getGraph(name);
                                files.add(new SourceFile(path, name, SourceRole.of(graph), graph));
                            }
                        });
        return files;
    }
}
