package districtkg.edition;

import districtkg.derive.Derivation;
import districtkg.derive.Rules;
import districtkg.problem.Fault;
import districtkg.problem.Problem;
import districtkg.source.SourceFile;
import districtkg.source.SourceRole;
import districtkg.source.Sources;
import districtkg.validate.Validation;
import districtkg.vocab.Dkg;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/**
 * What one place adds to the data set: its curated graphs, and what follows from them and the
 * shared lists. Parts are built independently of each other, on one machine or on several; all
 * parts together, without duplicates, are the graphs of the edition, except its questions and its
 * description.
 */
public final class PlacePart {
    private PlacePart() {}

    /**
     * The files from which each part is built; the shapes and what all share are in each. The last
     * part has what belongs to no place.
     */
    public static List<List<Path>> files(Sources sources) {
        List<SourceFile> shapes =
                sources.files().stream().filter(file -> file.role() == SourceRole.SHAPES).toList();
        return sources.byPlace().stream()
                .map(
                        place ->
                                Stream.concat(shapes.stream(), place.files().stream())
                                        .map(SourceFile::path)
                                        .distinct()
                                        .toList())
                .toList();
    }

    /**
     * Reads, validates and derives a part, and writes it as N-Quads in no particular order.
     *
     * @param files those of the part, as {@link #files} names them
     * @param ontology the folder with {@code rules/}
     * @param last whether it is the last part, which writes what all share
     * @return the number of quads
     * @throws Problem with every fault of the files
     * @throws IOException if it cannot be written
     */
    public static long write(List<Path> files, Path ontology, boolean last, OutputStream out)
            throws IOException {
        Sources place = Sources.read(files);
        Graph asserted = place.asserted();
        Sources own = place.without(place.shared());
        List<Fault> faults =
                last
                        ? Validation.of(place, asserted)
                        : Validation.ofChange(place, own, Set.of(), asserted);
        if (Validation.anyError(faults)) {
            throw new Problem(faults);
        }
        StreamRDF quads = StreamRDFWriter.getWriterStream(out, RDFFormat.NQUADS);
        quads.start();
        long count = 0;
        for (SourceFile file : place.files()) {
            if (file.role().visible() && (last || own.files().contains(file) || isTable(file))) {
                count += write(file.graphName(), file.graph(), quads);
            }
        }
        Rules rules = Rules.in(Edition.beside(ontology, "rules"), place.prefixes());
        for (Triple triple : Derivation.of(asserted, rules).stream().toList()) {
            if (!asserted.contains(triple)) {
                quads.quad(Quad.create(Dkg.DERIVED, triple));
                count++;
            }
        }
        quads.finish();
        return count;
    }

    /** Whether a file is a table: a shared one is read only so far as the part refers to it. */
    private static boolean isTable(SourceFile file) {
        return file.path().toString().endsWith(".csv");
    }

    private static long write(Node name, Graph graph, StreamRDF quads) {
        List<Triple> triples = graph.stream().toList();
        triples.forEach(triple -> quads.quad(Quad.create(name, triple)));
        return triples.size();
    }
}
