package districtkg.store;

import districtkg.problem.Fault;
import districtkg.problem.Location;
import districtkg.problem.Problem;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
 * Writes a whole data set into one file. The same data give the same bytes: triples are sorted, and
 * gzip headers hold no time. The file appears whole or not at all.
 */
public final class Export {
    private static final Comparator<Node> BY_TEXT = Comparator.comparing(Node::toString);
    private static final Comparator<Triple> ORDER =
            Comparator.comparing(Triple::getSubject, BY_TEXT)
                    .thenComparing(Triple::getPredicate, BY_TEXT)
                    .thenComparing(Triple::getObject, BY_TEXT);

    private Export() {}

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
        Whole.write(
                file,
                plain -> {
                    try (OutputStream out =
                            file.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
                        write(data, prefixes, lang, out);
                    }
                });
    }

    private static void write(
            DatasetGraph data, PrefixMapping prefixes, Lang lang, OutputStream out) {
        Map<String, String> sorted = new TreeMap<>(prefixes.getNsPrefixMap());
        if (lang.equals(Lang.TURTLE) || lang.equals(Lang.NTRIPLES)) {
            stream(
                    out,
                    lang.equals(Lang.TURTLE) ? RDFFormat.TURTLE_BLOCKS : RDFFormat.NTRIPLES,
                    sorted,
                    List.of(data.getDefaultGraph()),
                    List.of());
        } else if (lang.equals(Lang.TRIG) || lang.equals(Lang.NQUADS)) {
            List<Node> names = names(data);
            stream(
                    out,
                    lang.equals(Lang.TRIG) ? RDFFormat.TRIG_BLOCKS : RDFFormat.NQUADS,
                    sorted,
                    names.stream().map(data::getGraph).toList(),
                    names);
        } else {
            Graph graph = GraphFactory.createDefaultGraph();
            graph.getPrefixMapping().setNsPrefixes(sorted);
            triples(data.getDefaultGraph()).forEach(graph::add);
            RDFDataMgr.write(out, graph, lang);
        }
    }

    private static void stream(
            OutputStream out,
            RDFFormat format,
            Map<String, String> prefixes,
            List<Graph> graphs,
            List<Node> names) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, format);
        writer.start();
        prefixes.forEach(writer::prefix);
        for (int at = 0; at < graphs.size(); at++) {
            for (Triple triple : triples(graphs.get(at))) {
                if (names.isEmpty()) {
                    writer.triple(triple);
                } else {
                    writer.quad(Quad.create(names.get(at), triple));
                }
            }
        }
        writer.finish();
    }

    private static List<Triple> triples(Graph graph) {
        return graph.stream().sorted(ORDER).toList();
    }

    private static List<Node> names(DatasetGraph data) {
        List<Node> names = new ArrayList<>();
        data.listGraphNodes().forEachRemaining(names::add);
        names.sort(BY_TEXT);
        return names;
    }
}
