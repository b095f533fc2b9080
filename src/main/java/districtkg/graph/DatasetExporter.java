package districtkg.graph;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Writes a data set to one file. The same data give the same bytes: triples are sorted, and gzip
 * headers contain no time. The file is written atomically.
 */
public final class DatasetExporter {
    private DatasetExporter() {}

    /**
     * Writes the named graphs if the syntax has graphs, otherwise the triples of all.
     *
     * @param file its name determines the syntax: .nq .trig .ttl .nt .jsonld .rdf and others,
     *     followed by .gz to compress
     * @throws Problem if the name has no known suffix
     */
    public static void write(DatasetGraph data, PrefixMapping prefixes, Path file) {
        Lang lang = RDFLanguages.filenameToLang(file.toString());
        if (lang == null || !(RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang))) {
            throw new Problem(
                    Fault.at(
                            Location.of(file),
                            "no-such-syntax",
                            "the suffix of the name is not that of an RDF syntax",
                            "name it .nq, .trig, .ttl, .nt, .jsonld or .rdf, with .gz after it to compress"));
        }
        AtomicFile.write(
                file,
                plain -> {
                    try (OutputStream out =
                            file.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
                        write(data, prefixes, lang, out);
                    }
                });
    }

    /**
     * Writes a data set in a given syntax.
     *
     * @param out is not closed
     */
    public static void write(DatasetGraph data, PrefixMapping prefixes, Lang lang, OutputStream out)
            throws IOException {
        Optional<RdfSyntax> quads = RdfSyntax.of(lang).filter(RdfSyntax::quads);
        if (quads.isEmpty()) {
            write(data.getDefaultGraph(), prefixes, lang, out);
            return;
        }
        StreamRDF writer = begun(prefixes, quads.orElseThrow(), out);
        for (Node name : names(data)) {
            add(name, data.getGraph(name), writer);
        }
        writer.finish();
    }

    /**
     * Writes one graph, with its name if the syntax supports graphs.
     *
     * @param out is not closed
     */
    public static void write(
            Node name, Graph graph, PrefixMapping prefixes, RdfSyntax syntax, OutputStream out)
            throws IOException {
        if (syntax.quads()) {
            StreamRDF writer = begun(prefixes, syntax, out);
            add(name, graph, writer);
            writer.finish();
        } else {
            write(graph, prefixes, syntax.lang(), out);
        }
    }

    private static void write(Graph graph, PrefixMapping prefixes, Lang lang, OutputStream out)
            throws IOException {
        RdfSyntax syntax = RdfSyntax.of(lang).orElse(RdfSyntax.RDF_XML);
        switch (syntax) {
            case TURTLE, N_TRIPLES -> {
                StreamRDF writer = begun(prefixes, syntax, out);
                TripleOrder.of(graph).forEach(writer::triple);
                writer.finish();
            }
            case JSON_LD -> ExpandedJsonLd.write(graph, out);
            default -> {
                Graph sorted = GraphFactory.createDefaultGraph();
                sorted.getPrefixMapping().setNsPrefixes(prefixes);
                TripleOrder.of(graph).forEach(sorted::add);
                RDFDataMgr.write(out, sorted, lang);
            }
        }
    }

    /** A writer that has written the prefixes. */
    private static StreamRDF begun(PrefixMapping prefixes, RdfSyntax syntax, OutputStream out) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, syntax.format());
        writer.start();
        new TreeMap<>(prefixes.getNsPrefixMap()).forEach(writer::prefix);
        return writer;
    }

    private static void add(Node name, Graph graph, StreamRDF writer) {
        TripleOrder.of(graph).forEach(triple -> writer.quad(Quad.create(name, triple)));
    }

    private static List<Node> names(DatasetGraph data) {
        List<Node> names = new ArrayList<>();
        data.listGraphNodes().forEachRemaining(names::add);
        names.sort(GraphReader.BY_TEXT);
        return names;
    }
}
