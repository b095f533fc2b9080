package districtkg.ontology;

import districtkg.graph.TripleOrder;
import districtkg.problem.TextFile;
import districtkg.vocab.Dkg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem.GraphMemFast;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The shapes and rules of an ontology as Turtle files for reuse with other programs. Each declares
 * the prefixes that its queries omit.
 *
 * @param texts the files by their names; those of which the ontology has a folder
 */
public record OntologyFiles(Map<String, String> texts) {
    /** No files. */
    public static final OntologyFiles NONE = new OntologyFiles(Map.of());

    private static final String SHAPES = "shapes.ttl";
    private static final String RULES = "rules.ttl";
    private static final String CONCERNS =
            "# The shapes of curated data: all graphs of DistrictKG except g:derived, g:questions and g:void.\n";
    private static final Node PREFIXES = Dkg.iri(Dkg.ROOT + "prefixes");

    /** Copies the texts. */
    public OntologyFiles {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /**
     * Reads the files of two folders.
     *
     * @param shapes files in Turtle; it need not exist
     * @param rules a folder for each stratum, with CONSTRUCT queries; it need not exist
     */
    public static OntologyFiles in(Path shapes, Path rules, PrefixMapping prefixes) {
        Map<String, String> texts = new LinkedHashMap<>();
        String declared = turtle(declarations(prefixes), prefixes);
        List<Path> shapeFiles = files(shapes, ".ttl");
        if (!shapeFiles.isEmpty()) {
            texts.put(
                    SHAPES,
                    CONCERNS
                            + declared
                            + shapeFiles.stream()
                                    .map(TextFile::read)
                                    .collect(Collectors.joining("\n", "\n", "")));
        }
        List<Path> ruleFiles = files(rules, ".rq");
        if (!ruleFiles.isEmpty()) {
            Graph graph = declarations(prefixes);
            ruleFiles.forEach(file -> addRule(rules.relativize(file), TextFile.read(file), graph));
            texts.put(RULES, turtle(graph, prefixes));
        }
        return new OntologyFiles(texts);
    }

    /** The prefixes as SPARQL constraints refer to them. */
    private static Graph declarations(PrefixMapping prefixes) {
        Graph graph = new GraphMemFast();
        prefixes.getNsPrefixMap()
                .forEach(
                        (prefix, namespace) -> {
                            String name = prefix.isEmpty() ? "none" : prefix;
                            Node one = Dkg.iri(PREFIXES.getURI() + "#" + name);
                            graph.add(PREFIXES, SHACL.declare, one);
                            graph.add(one, SHACL.prefix, NodeFactory.createLiteralString(prefix));
                            graph.add(
                                    one,
                                    SHACL.namespace,
                                    NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
                        });
        return graph;
    }

    /**
     * Adds a rule as a {@code sh:SPARQLConstructExecutable}; its {@code sh:order} is that of its
     * stratum.
     *
     * @param name folder and file: {@code 1-closure/in.rq}
     */
    private static void addRule(Path name, String text, Graph graph) {
        String path = name.toString().replace('\\', '/');
        Node rule = Dkg.iri(Dkg.ROOT + "rules#" + path);
        graph.add(rule, RDF.type.asNode(), Dkg.iri(SHACL.getURI() + "SPARQLConstructExecutable"));
        graph.add(rule, RDFS.label.asNode(), NodeFactory.createLiteralString(path));
        graph.add(rule, SHACL.prefixes, PREFIXES);
        graph.add(rule, SHACL.construct, NodeFactory.createLiteralString(text));
        graph.add(
                rule,
                SHACL.order,
                NodeFactory.createLiteralDT(
                        path.replaceFirst("\\D.*", ""), XSDDatatype.XSDinteger));
    }

    private static String turtle(Graph graph, PrefixMapping prefixes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        writer.start();
        new TreeMap<>(prefixes.getNsPrefixMap()).forEach(writer::prefix);
        TripleOrder.of(graph).forEach(writer::triple);
        writer.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The files of a folder and of those below, by path. */
    private static List<Path> files(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
