package districtkg.source.rdf;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import districtkg.problem.TextFile;
import districtkg.vocab.Dkg;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/**
 * Reads one RDF file, optionally gzipped, in the syntax of its extension. Relative IRIs are
 * resolved against the namespace of things, and nothing is fetched. Safe for use by several
 * threads.
 */
public final class RdfFileReader {
    private RdfFileReader() {}

    /** Whether the name of a file has the extension of an RDF syntax. */
    public static boolean isRdf(Path path) {
        Lang lang = RDFLanguages.filenameToLang(path.toString());
        return lang != null && (RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang));
    }

    /**
     * Reads a file that people write: bytes and names are checked before it is parsed.
     *
     * @param path for which {@link #isRdf} holds
     * @param faults receives what is wrong with the file
     * @return its graphs; empty if it cannot be read, and then {@code faults} has grown
     */
    public static Optional<DatasetGraph> read(Path path, List<Fault> faults) {
        int before = faults.size();
        Lang lang = RDFLanguages.filenameToLang(path.toString());
        SourceBytes.fault(path, lang).or(() -> LongNumbers.in(path)).ifPresent(faults::add);
        if (faults.size() > before) {
            return Optional.empty();
        }
        if (lang.equals(Lang.JSONLD) || lang.equals(Lang.JSONLD11)) {
            TrailingText.in(path).ifPresent(faults::add);
        }
        faults.addAll(TruncatedNames.in(path));
        DatasetGraph held = DatasetGraphFactory.create();
        try (InputStream in = IO.openFile(path.toString())) {
            RDFParser.source(in)
                    .forceLang(lang)
                    .base(Dkg.ID)
                    .errorHandler(new SyntaxErrorHandler(path, faults))
                    .context(RemoteContexts.refused())
                    .parse(held);
        } catch (RiotException told) {
            if (faults.size() == before) {
                faults.add(
                        SyntaxErrorHandler.fault(
                                Location.of(path), String.valueOf(told.getMessage())));
            }
        } catch (StackOverflowError deep) {
            faults.add(
                    SyntaxErrorHandler.fault(
                            Location.of(path), "brackets are nested too deeply to be read"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return faults.size() > before ? Optional.empty() : Optional.of(held);
    }

    /**
     * Reads a file that a program wrote, once and without checks of its terms.
     *
     * @param file a regular file
     * @param watching receives the bytes of the file as they are read
     * @param receiver receives the triples and quads; what it throws is passed on
     * @throws Problem if the file cannot be read or unpacked, or has a syntax error
     */
    public static void stream(Path file, UnaryOperator<InputStream> watching, StreamRDF receiver) {
        List<Fault> faults = new ArrayList<>();
        try (InputStream in = unpacked(file, watching.apply(Files.newInputStream(file)))) {
            RDFParser.source(in)
                    .forceLang(RDFLanguages.filenameToLang(file.toString()))
                    .base(Dkg.ID)
                    .checking(false)
                    .errorHandler(new SyntaxErrorHandler(file, faults))
                    .context(RemoteContexts.refused())
                    .parse(receiver);
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
}
