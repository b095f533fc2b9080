package districtkg.source;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import districtkg.vocab.Dkg;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
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
        List<Fault> faults = new ArrayList<>();
        reading = Location.of(file);
        if (!Files.isRegularFile(file)) {
            throw new Problem(Sources.missing(file));
        }
        try (InputStream in = unpacked(file, watching.apply(Files.newInputStream(file)))) {
            RDFParser.source(in)
                    .forceLang(RDFLanguages.filenameToLang(file.toString()))
                    .base(Dkg.ID)
                    .checking(false)
                    .errorHandler(new RdfFileReader(file, faults))
                    .context(RemoteContexts.refused())
                    .parse(this);
        } catch (RiotException told) {
            throw new Problem(faults);
        } catch (IOException broken) {
            throw new Problem(TextFile.unreadable(file, broken));
        } catch (RuntimeIOException broken) {
            throw new Problem(TextFile.unreadable(file, SourceBytes.cause(broken)));
        }
    }

    private static InputStream unpacked(Path file, InputStream in) throws IOException {
        return file.toString().endsWith(".gz")
                ? new WholeGzip(in)
                : new BufferedInputStream(in, 1 << 16);
    }

    /** Reports a truncated file; Jena treats an {@link EOFException} as the end of the data. */
    private static final class WholeGzip extends GZIPInputStream {
        WholeGzip(InputStream in) throws IOException {
            super(in, 1 << 16);
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            try {
                return super.read(bytes, from, count);
            } catch (EOFException early) {
                throw new IOException("the compressed data breaks off", early);
            }
        }
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
            UnpublishableTerms.in(quad.asTriple(), reading)
                    .ifPresent(
                            fault -> {
                                throw new Problem(fault);
                            });
            served.add(quad.getGraph(), quad.asTriple());
        }
    }
}
