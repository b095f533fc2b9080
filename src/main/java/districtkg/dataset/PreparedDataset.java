package districtkg.dataset;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import districtkg.source.rdf.RdfFileReader;
import districtkg.source.rdf.UnpublishableTerms;
import districtkg.vocab.Dkg;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/**
 * Reads data that was validated and derived before, as {@code export} writes it: quads, including
 * the graph of derived triples. They are read once, directly into the data set.
 */
public final class PreparedDataset extends StreamRDFBase {
    private final Node omitted;
    private Location reading = Location.of(Path.of(""));
    private final DatasetBuilder served = new DatasetBuilder();
    private boolean strays;

    private PreparedDataset(Node omitted) {
        this.omitted = omitted;
    }

    /**
     * Reads files.
     *
     * @param omitted a graph that will be built again, and is not read
     * @param watching receives the bytes of each file as they are read
     * @throws Problem if a file does not exist or has a syntax error, or there are no derived
     *     triples
     */
    public static DatasetBuilder read(
            List<Path> files, Node omitted, UnaryOperator<InputStream> watching) {
        PreparedDataset prepared = new PreparedDataset(omitted);
        files.forEach(file -> prepared.add(file, watching));
        if (prepared.strays || !prepared.served.holds(Dkg.DERIVED)) {
            throw new Problem(
                    Fault.at(
                            Location.of(files.getFirst()),
                            "not-derived",
                            "the data has triples outside of named graphs, or no graph of derived triples, so it is not a complete export",
                            "serve it without --validated, or write it by  export data.nq.gz  first"));
        }
        return prepared.served;
    }

    private void add(Path file, UnaryOperator<InputStream> watching) {
        if (!Files.isRegularFile(file)) {
            throw new Problem(TextFile.missing(file));
        }
        reading = Location.of(file);
        RdfFileReader.stream(file, watching, this);
    }

    @Override
    public void triple(Triple triple) {
        strays = true;
    }

    @Override
    public void quad(Quad quad) {
        if (quad.isTriple() || quad.isDefaultGraph()) {
            strays = true;
            return;
        }
        if (!quad.getGraph().equals(omitted)) {
            UnpublishableTerms.in(quad.asTriple(), triple -> List.of(reading))
                    .ifPresent(
                            fault -> {
                                throw new Problem(fault);
                            });
            served.add(quad.getGraph(), quad.asTriple());
        }
    }
}
