package districtkg.publish;

import districtkg.graph.GraphReader;
import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/**
 * The difference between two exports of a data set.
 *
 * @param added by graph and triple
 * @param removed in the same order
 */
public record DatasetDelta(List<Quad> added, List<Quad> removed) {
    private static final Comparator<Quad> ORDER =
            Comparator.comparing(Quad::getGraph, GraphReader.BY_TEXT)
                    .thenComparing(Quad::getSubject, GraphReader.BY_TEXT)
                    .thenComparing(Quad::getPredicate, GraphReader.BY_TEXT)
                    .thenComparing(Quad::getObject, GraphReader.BY_TEXT);

    /**
     * Compares two files in any RDF syntax. Blank nodes are compared by label.
     *
     * @throws Problem if a file does not exist or cannot be read
     */
    public static DatasetDelta between(Path earlier, Path later) {
        Set<Quad> before = new HashSet<>();
        read(earlier, before::add);
        Set<Quad> common = new HashSet<>();
        Set<Quad> added = new HashSet<>();
        read(later, quad -> (before.contains(quad) ? common : added).add(quad));
        before.removeAll(common);
        return new DatasetDelta(
                added.stream().sorted(ORDER).toList(), before.stream().sorted(ORDER).toList());
    }

    /** The graphs that differ. */
    public List<Node> graphs() {
        List<Quad> all = new ArrayList<>(added);
        all.addAll(removed);
        return all.stream().map(Quad::getGraph).distinct().sorted(GraphReader.BY_TEXT).toList();
    }

    /** Writes an RDF patch from the earlier to the later export. */
    public void patch(OutputStream out) {
        RDFChangesWriterText patch = RDFPatchOps.textWriter(out);
        patch.start();
        patch.txnBegin();
        for (Quad quad : removed) {
            patch.delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
        }
        for (Quad quad : added) {
            patch.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
        }
        patch.txnCommit();
        patch.finish();
    }

    private static void read(Path file, Consumer<Quad> quads) {
        if (!Files.isRegularFile(file)) {
            throw new Problem(
                    Fault.at(
                            Location.of(file),
                            "no-such-file",
                            "there is no file of this name",
                            "name one that export or a download made"));
        }
        try {
            RDFParser.source(file.toUri().toString())
                    .labelToNode(LabelToNode.createUseLabelAsGiven())
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictSilent())
                    .parse(
                            new StreamRDFBase() {
                                @Override
                                public void triple(Triple triple) {
                                    quads.accept(Quad.create(Quad.defaultGraphIRI, triple));
                                }

                                @Override
                                public void quad(Quad quad) {
                                    quads.accept(quad);
                                }
                            });
        } catch (RiotException unreadable) {
            throw new Problem(
                    Fault.at(
                            Location.of(file),
                            "syntax",
                            String.valueOf(unreadable.getMessage()),
                            "name a file that export or a download made"));
        }
    }
}
