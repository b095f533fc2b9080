package districtkg.graph;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
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
    private static final Comparator<Node> BY_TEXT = Comparator.comparing(Node::toString);
    private static final Comparator<Triple> ORDER =
            Comparator.comparing(Triple::getPredicate, BY_TEXT)
                    .thenComparing(Triple::getObject, BY_TEXT);

    private static final Map<Lang, RDFFormat> BLOCKS =
            Map.of(
                    Lang.TURTLE, RDFFormat.TURTLE_BLOCKS,
                    Lang.NTRIPLES, RDFFormat.NTRIPLES,
                    Lang.TRIG, RDFFormat.TRIG_BLOCKS,
                    Lang.NQUADS, RDFFormat.NQUADS);

    private DatasetExporter() {}

    /**
     * Writes the named graphs where the syntax has graphs, else the triples of all.
     *
     * @param file its name tells the syntax: .nq .trig .ttl .nt .jsonld .rdf and others, with .gz
     *     after it to compress
     * @throws Problem where the name tells no syntax
     */
    public static void write(DatasetGraph data, PrefixMapping prefixes, Path file) {
        Lang lang = RDFLanguages.filenameToLang(file.toString());
        if (lang == null || !(RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang))) {
            throw new Problem(
                    Fault.at(
                            Location.of(file),
                            "no-such-syntax",
                            "the name does not tell an RDF syntax",
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
        if (lang.equals(Lang.TRIG) || lang.equals(Lang.NQUADS)) {
            StreamRDF writer = begun(prefixes, lang, out);
            for (Node name : names(data)) {
                add(name, data.getGraph(name), writer);
            }
            writer.finish();
        } else {
            write(data.getDefaultGraph(), prefixes, lang, out);
        }
    }

    /**
     * Writes one graph, with its name if the syntax supports graphs.
     *
     * @param out is not closed
     */
    public static void write(
            Node name, Graph graph, PrefixMapping prefixes, Lang lang, OutputStream out)
            throws IOException {
        if (lang.equals(Lang.TRIG) || lang.equals(Lang.NQUADS)) {
            StreamRDF writer = begun(prefixes, lang, out);
            add(name, graph, writer);
            writer.finish();
        } else {
            write(graph, prefixes, lang, out);
        }
    }

    private static void write(Graph graph, PrefixMapping prefixes, Lang lang, OutputStream out)
            throws IOException {
        if (lang.equals(Lang.TURTLE) || lang.equals(Lang.NTRIPLES)) {
            StreamRDF writer = begun(prefixes, lang, out);
            subjects(graph).forEach(subject -> said(subject, graph).forEach(writer::triple));
            writer.finish();
        } else if (lang.equals(Lang.JSONLD11) || lang.equals(Lang.JSONLD)) {
            JsonLdLinesWriter lines = new JsonLdLinesWriter(out);
            for (Node subject : subjects(graph)) {
                lines.subject(said(subject, graph));
            }
            lines.finish();
        } else {
            Graph sorted = GraphFactory.createDefaultGraph();
            sorted.getPrefixMapping().setNsPrefixes(prefixes);
            subjects(graph).forEach(subject -> said(subject, graph).forEach(sorted::add));
            RDFDataMgr.write(out, sorted, lang);
        }
    }

    /** A writer that has written the prefixes. */
    private static StreamRDF begun(PrefixMapping prefixes, Lang lang, OutputStream out) {
        StreamRDF writer =
                StreamRDFWriter.getWriterStream(out, Objects.requireNonNull(BLOCKS.get(lang)));
        writer.start();
        new TreeMap<>(prefixes.getNsPrefixMap()).forEach(writer::prefix);
        return writer;
    }

    private static void add(Node name, Graph graph, StreamRDF writer) {
        for (Node subject : subjects(graph)) {
            said(subject, graph).forEach(triple -> writer.quad(Quad.create(name, triple)));
        }
    }

    /**
     * The subjects in order. Triples are sorted per subject, so that a sorted copy of all triples
     * is never in memory.
     */
    private static List<Node> subjects(Graph graph) {
        return graph.stream().map(Triple::getSubject).distinct().sorted(BY_TEXT).toList();
    }

    private static List<Triple> said(Node subject, Graph graph) {
        return graph.stream(subject, Node.ANY, Node.ANY).sorted(ORDER).toList();
    }

    private static List<Node> names(DatasetGraph data) {
        List<Node> names = new ArrayList<>();
        data.listGraphNodes().forEachRemaining(names::add);
        names.sort(BY_TEXT);
        return names;
    }
}
